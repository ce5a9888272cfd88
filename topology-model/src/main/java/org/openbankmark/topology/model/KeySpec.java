package org.openbankmark.topology.model;

import java.util.List;

/** Where the key of a topic's records comes from. Keys are text. */
public sealed interface KeySpec {

    /** Records have no key; the producer spreads them over the partitions. */
    record None() implements KeySpec {}

    /** The time of sending, ISO-8601 in UTC. */
    record Time() implements KeySpec {}

    /**
     * The text of one field, or of several fields joined.
     *
     * @param paths field names, dotted where they lead into nested records; each holds for every type of the topic
     */
    record Fields(List<String> paths) implements KeySpec {
        public Fields {
            paths = List.copyOf(paths);
        }
    }
}
