package org.example.bank;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** Makes {@link AccountCreationConfirmed} records for tests. The same seed gives the same record. */
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, records.AccountCreationConfirmed")
@NullMarked
public final class AccountCreationConfirmedFixture {
    private AccountCreationConfirmedFixture() {}

    /** Always the same record. */
    public static AccountCreationConfirmed create() {
        return create(0);
    }

    /** A record that depends on nothing but the seed. */
    public static AccountCreationConfirmed create(long seed) {
        return create(new Random(seed), 3);
    }

    /** For fixtures of records that contain this one: below the depth nothing optional is given. */
    public static AccountCreationConfirmed create(Random random, int depth) {
        AccountCreationConfirmed.Builder builder = AccountCreationConfirmed.newBuilder();
        builder.setId(new UUID(random.nextLong(), random.nextLong()));
        builder.setIban("iban-" + random.nextInt(1_000));
        builder.setToken("token-" + random.nextInt(1_000));
        builder.setAType(Atype.at(random.nextInt(2)));
        return builder.build();
    }
}
