package org.openbankmark.bank.graphql.figures;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The samples of the last seconds, over which speeds are told. What was counted before a pause is not compared with what is counted
 * after it: that would be the speed of hours. Not thread-safe.
 */
final class RecentSamples {
    private static final int SAMPLES = 6;
    /** Six samples are five seconds apart, or somewhat more where a server is slow. */
    private static final long WINDOW_NANOSECONDS = Duration.ofSeconds(7).toNanos();
    /** Who asks seldom, such as a monitor, is told the speed since the last time, and not that there is none. */
    private static final long SELDOM_NANOSECONDS = Duration.ofMinutes(1).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** The newest, however old it is; null when there was none yet. */
    @Nullable
    Sample last() {
        return samples.peekLast();
    }

    /** Adds what was counted just now. */
    void add(Sample sample) {
        Sample before = last();
        samples.removeIf(older -> sample.nanoTime() - older.nanoTime() > WINDOW_NANOSECONDS);
        if (samples.isEmpty() && before != null && sample.nanoTime() - before.nanoTime() <= SELDOM_NANOSECONDS) {
            samples.addLast(before);
        }
        samples.addLast(sample);
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    /** What the newest says, of which there must be one. */
    BankFigures figures() {
        return samples.getLast().since(samples.getFirst());
    }
}
