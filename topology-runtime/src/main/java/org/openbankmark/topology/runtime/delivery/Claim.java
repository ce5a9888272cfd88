package org.openbankmark.topology.runtime.delivery;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records handed out for delivery, and what happened to the first of them (or to all as one batch) so far. In the hands of
 * the handler's thread, or held by the {@link Backlog} until its next attempt is due.
 */
final class Claim {
    private final List<Slice> slices;
    private int failures;
    private volatile int delays;
    private @Nullable Throwable givenUp;
    private long dueNanos;

    Claim(List<Slice> slices) {
        this.slices = new ArrayList<>(slices);
    }

    /** Changed only under the lock of the backlog that holds the claim. */
    List<Slice> slices() {
        return slices;
    }

    int remaining() {
        int sum = 0;
        for (Slice slice : slices) {
            sum += slice.remaining();
        }
        return sum;
    }

    boolean touches(TopicPartition partition) {
        for (Slice slice : slices) {
            if (slice.queue().partition().equals(partition)) {
                return true;
            }
        }
        return false;
    }

    /** Attempts of the handler that failed. */
    int failures() {
        return failures;
    }

    void failed() {
        failures++;
    }

    /** Waits since the last progress, whatever their reason; the next is longer. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
    int delayed() {
        return ++delays;
    }

    boolean inTrouble() {
        return delays > 0;
    }

    /** Why the handler gets no further attempt at the head; null while it may. */
    @Nullable
    Throwable givenUp() {
        return givenUp;
    }

    void giveUp(Throwable reason) {
        givenUp = reason;
    }

    /** The head is done; the next record starts afresh. */
    void progressed() {
        failures = 0;
        givenUp = null;
        if (delays > 0) { // nearly never, and writing it is dear
            delays = 0;
        }
    }

    long dueNanos() {
        return dueNanos;
    }

    void dueNanos(long nanos) {
        dueNanos = nanos;
    }
}
