package org.example.people;

import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** Makes {@link Owner} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.people.Owner")
@NullMarked
public final class OwnerFixture {
    private OwnerFixture() {}

    /** Always the same record. */
    public static Owner create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static Owner create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static Owner create(Random random, int depth) {
        Owner.Builder builder = Owner.newBuilder();
        builder.setName("name-" + random.nextInt(1_000));
        return builder.build();
    }
}
