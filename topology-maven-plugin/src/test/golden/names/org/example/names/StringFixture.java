package org.example.names;

import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** Makes {@link String} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "names.yaml, records.String")
@NullMarked
public final class StringFixture {
    private StringFixture() {}

    /** Always the same record. */
    public static String create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static String create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static String create(Random random, int depth) {
        String.Builder builder = String.newBuilder();
        builder.setValue("value-" + random.nextInt(1_000));
        builder.setSchema$((long) random.nextInt(1_000_000));
        builder.setSCHEMA(random.nextInt(10_000));
        return builder.build();
    }
}
