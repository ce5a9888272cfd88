package org.openbankmark.topology.sync.verify;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * A topic that a program needs.
 *
 * @param partitions how many it counts on
 * @param keyed whether its records find their partition by a key, so that another number is wrong and not only a smaller one
 * @param schemas by subject: the schema that the program writes and reads
 */
public record Need(String topic, int partitions, boolean keyed, SortedMap<String, Schema> schemas) {

    public Need {
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    }
}
