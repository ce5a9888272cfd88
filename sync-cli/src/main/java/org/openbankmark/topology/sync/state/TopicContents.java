package org.openbankmark.topology.sync.state;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What would be lost with a topic.
 *
 * @param records from the first to the last offset; a compacted topic may have fewer
 * @param uncounted partitions whose leaders do not answer: neither their records nor what groups have yet to read of them counts
 * @param groups that have committed offsets in it
 */
public record TopicContents(long records, SortedSet<Integer> uncounted, List<GroupUse> groups) {
    /** Of a topic that is empty, or gone. */
    public static final TopicContents NOTHING = new TopicContents(0, new TreeSet<>(), List.of());

    public TopicContents {
        uncounted = Collections.unmodifiableSortedSet(new TreeSet<>(uncounted));
        groups = List.copyOf(groups);
    }
}
