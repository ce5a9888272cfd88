package org.openbankmark.topology.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A place to which a topology is deployed, with what programs count on and what is otherwise there.
 *
 * @param partitions by topic, where it has another number of partitions there
 */
public record Environment(String name, SortedMap<String, Integer> partitions) {

    public Environment {
        partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    }
}
