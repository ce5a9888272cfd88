package org.openbankmark.topology.graphql.stream;

/**
 * How much subscribers may take of this process.
 *
 * @param buffer records that wait for one subscriber; one more, and it is closed
 * @param subscribers of one topic at once
 */
public record StreamLimits(int buffer, int subscribers) {
    /** 256 records, 10,000 subscribers. */
    public static final StreamLimits DEFAULT = new StreamLimits(256, 10_000);

    /** @throws IllegalArgumentException if one of them is below 1 */
    public StreamLimits {
        if (buffer < 1 || subscribers < 1) {
            throw new IllegalArgumentException("a stream needs room for 1 record and 1 subscriber at least");
        }
    }
}
