package org.openbankmark.topology.model.diff;

import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Topic;

/**
 * What another number of partitions does to keys: Kafka's partitioner takes the key's hash modulo the number.
 *
 * @param from above 0
 * @param to above 0
 */
public record Repartitioning(int from, int to) {

    /** Whether records of the topic find their partition by a key that comes again. */
    public static boolean concerns(Topic topic) {
        return topic.key() instanceof KeySpec.Fields;
    }

    /** How many of 100 keys, rounded, get another partition than before. */
    public int percentMoved() {
        long common = (long) from / gcd(from, to) * to;
        return (int) Math.round(100.0 * (common - Math.min(from, to)) / common);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
