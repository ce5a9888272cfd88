package org.openbankmark.bank.heartbeat;

/**
 * How fast the heart beats.
 *
 * @param batchSize beats sent at once, from 0 to {@value #MOST_BEATS}; 0 is none
 * @param waitMs milliseconds from the start of one batch to that of the next, from 1 to {@value #LONGEST_WAIT_MS}
 */
public record Pace(int batchSize, int waitMs) {
    /** The largest batch. */
    public static final int MOST_BEATS = 10_000;
    /** The longest wait: an hour. */
    public static final int LONGEST_WAIT_MS = 3_600_000;

    /** No beats, looked at each second. */
    public static final Pace AT_REST = new Pace(0, 1_000);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is broken, with a message for people
     */
    public Pace {
        if (batchSize < 0 || batchSize > MOST_BEATS) {
            throw new IllegalArgumentException("batch_size must be from 0 to " + MOST_BEATS + ", not " + batchSize);
        }
        if (waitMs < 1 || waitMs > LONGEST_WAIT_MS) {
            throw new IllegalArgumentException("wait_ms must be from 1 to " + LONGEST_WAIT_MS + ", not " + waitMs);
        }
    }
}
