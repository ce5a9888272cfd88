package org.openbankmark.bank.generator;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Ids that begin with the time, as version 7 of RFC 9562 has them. The ledger's index takes each new one at its end, where those before it are in
 * memory still; a random one needs another page of the index for each command, and the more the longer the bank has been there. Thread-safe.
 */
final class TimeOrderedIds implements Supplier<UUID> {
    private static final long VERSION = 0x7000;
    private static final long RANDOM_BITS = 0x0FFF;

    private final Clock clock;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        UUID random = UUID.randomUUID();
        long most = (clock.millis() << 16) | VERSION | (random.getMostSignificantBits() & RANDOM_BITS);
        return new UUID(most, random.getLeastSignificantBits());
    }
}
