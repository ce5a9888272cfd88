package org.openbankmark.bank.handler.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Sees from a relay that stands by whether the one at work does its work: the oldest row of the outbox does not stay. One thread. */
final class StandbyWatch {
    private final Duration limit;
    private OptionalLong oldest = OptionalLong.empty();
    private long sinceNanos;

    /** One for which a row may be the oldest for so long. */
    StandbyWatch(Duration limit) {
        this.limit = limit;
    }

    /** What is wrong when this row is the oldest now, if there is one. */
    Optional<String> look(OptionalLong row, long nanos) {
        if (!row.equals(oldest)) {
            oldest = row;
            sinceNanos = nanos;
        }
        if (row.isEmpty() || nanos - sinceNanos <= limit.toNanos()) {
            return Optional.empty();
        }
        return Optional.of("the relay at work, in another handler, does not send: an event waits for more than "
                + limit.toSeconds()
                + " s. The log of that handler says why, unless it is frozen or gone: then PostgreSQL"
                + " takes its place from it, and this relay goes on");
    }
}
