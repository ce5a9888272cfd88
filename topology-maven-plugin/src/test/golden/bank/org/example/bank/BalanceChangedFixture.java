package org.example.bank;

import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Makes {@link BalanceChanged} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, records.BalanceChanged")
@NullMarked
public final class BalanceChangedFixture {
    private BalanceChangedFixture() {}

    /** Always the same record. */
    public static BalanceChanged create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static BalanceChanged create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static BalanceChanged create(Random random, int depth) {
        BalanceChanged.Builder builder = BalanceChanged.newBuilder();
        builder.setIban("iban-" + random.nextInt(1_000));
        builder.setNewBalance((long) random.nextInt(1_000_000));
        builder.setDescription(makeDescription(random, depth));
        return builder.build();
    }

    private static @Nullable String makeDescription(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(2) : 0) {
            case 0 -> null;
            default -> "description-" + random.nextInt(1_000);
        };
    }
}
