package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: doubling from the first delay to the longest, each shortened by up to a fifth at
 * random, so that consumers that failed together do not come back together. Stateless but for the source of randomness.
 */
public final class RetrySchedule {
    private static final double JITTER = 0.2;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final long initialNanos;
    private final long maxNanos;
    private final DoubleSupplier random;

    /**
     * @param initial before the second attempt
     * @param max the longest wait; at most a day
     * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
     */
    public RetrySchedule(Duration initial, Duration max, DoubleSupplier random) {
        this.maxNanos = atMost(max, LONGEST).toNanos();
        this.initialNanos = Math.min(maxNanos, atMost(initial, LONGEST).toNanos());
        this.random = random;
    }

    /** The wait after this many failures in a row, from 1. */
    public Duration delay(int failures) {
        int doublings = Math.min(Math.max(0, failures - 1), 62);
        long full = initialNanos > (maxNanos >> doublings) ? maxNanos : Math.min(maxNanos, initialNanos << doublings);
        return Duration.ofNanos(full - (long) (full * JITTER * random.getAsDouble()));
    }

    private static Duration atMost(Duration value, Duration limit) {
        return value.compareTo(limit) > 0 ? limit : value;
    }
}
