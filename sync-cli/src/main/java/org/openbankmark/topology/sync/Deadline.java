package org.openbankmark.topology.sync;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Until when a command may take. Safe for use by several threads. */
public final class Deadline {
    private final LongSupplier nanos;
    private final long start;
    private final Duration limit;

    private Deadline(LongSupplier nanos, Duration limit) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.limit = limit;
    }

    /** From now on. */
    public static Deadline in(Duration limit) {
        return new Deadline(System::nanoTime, limit);
    }

    /** What is left; never negative. */
    public Duration left() {
        Duration left = limit.minusNanos(nanos.getAsLong() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Milliseconds that are left, at least 1 and at most {@code most}, as clients want them. */
    public int millis(Duration most) {
        Duration shorter = left().compareTo(most) < 0 ? left() : most;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, shorter.toMillis()));
    }

    /** Whether nothing is left. */
    public boolean passed() {
        return left().isZero();
    }

    /** The whole of it for people, such as {@code 90s} or {@code 500ms}. */
    public String text() {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** The whole of it. */
    public Duration limit() {
        return limit;
    }
}
