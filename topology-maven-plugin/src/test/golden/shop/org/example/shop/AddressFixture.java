package org.example.shop;

import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** Makes {@link Address} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Address")
@NullMarked
public final class AddressFixture {
    private AddressFixture() {}

    /** Always the same record. */
    public static Address create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static Address create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static Address create(Random random, int depth) {
        Address.Builder builder = Address.newBuilder();
        builder.setStreet("street-" + random.nextInt(1_000));
        builder.setPin(random.nextInt(10_000));
        return builder.build();
    }
}
