package org.openbankmark.topology.sync.state;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topic.
 *
 * @param partitions by number
 * @param config what was set on the topic itself; the broker's defaults are not among it
 */
public record TopicState(String name, List<PartitionState> partitions, SortedMap<String, String> config) {

    public TopicState {
        partitions = List.copyOf(partitions);
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    }

    /** The largest number of replicas that a partition has. */
    public int replicas() {
        return partitions.stream()
                .mapToInt(each -> each.replicas().size())
                .max()
                .orElse(0);
    }
}
