package org.example.names;

import java.lang.String;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Makes {@link Object} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "names.yaml, records.Object")
@NullMarked
public final class ObjectFixture {
    private ObjectFixture() {}

    /** Always the same record. */
    public static Object create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static Object create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static Object create(Random random, int depth) {
        Object.Builder builder = Object.newBuilder();
        builder.setClass$("class-" + random.nextInt(1_000));
        builder.setInt$(random.nextInt(10_000));
        builder.setSchema$(StringFixture.create(random, depth - 1));
        builder.setGet((long) random.nextInt(1_000_000));
        builder.setData(ByteBuffer.wrap(("data-" + random.nextInt(1_000)).getBytes(StandardCharsets.UTF_8)));
        builder.setIn((long) random.nextInt(1_000_000));
        builder.setObject(makeObject(random, depth));
        builder.setJava(makeJava(random, depth));
        return builder.build();
    }

    private static @Nullable Object makeObject(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(2) : 0) {
            case 0 -> null;
            default -> ObjectFixture.create(random, depth - 1);
        };
    }

    private static List<String> makeJava(Random random, int depth) {
        List<String> list = new ArrayList<>();
        for (int i = 0; depth > 0 && i < 2; i++) {
            list.add("java-" + random.nextInt(1_000));
        }
        return list;
    }
}
