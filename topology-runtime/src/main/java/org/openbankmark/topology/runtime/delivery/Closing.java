package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;

/**
 * When closing must be over, in {@link System#nanoTime()}: for the handler a little earlier than for all, so that time is
 * left to commit and to leave the group.
 */
record Closing(long handleByNanos, long closeByNanos) {
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(1);

    static Closing within(Duration limit) {
        long now = System.nanoTime();
        long reserve = Math.min(LONGEST_RESERVE.toNanos(), limit.toNanos() / 10);
        return new Closing(now + limit.toNanos() - reserve, now + limit.toNanos());
    }

    boolean endsBefore(Closing other) {
        return closeByNanos - other.closeByNanos < 0;
    }

    static Duration left(long deadlineNanos) {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
