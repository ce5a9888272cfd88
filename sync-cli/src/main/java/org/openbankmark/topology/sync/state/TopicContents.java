package org.openbankmark.topology.sync.state;

import java.util.List;

/**
 * What would be lost with a topic.
 *
 * @param records from the first to the last offset; a compacted topic may have fewer
 * @param groups that have committed offsets in it
 */
public record TopicContents(long records, List<GroupUse> groups) {

    public TopicContents {
        groups = List.copyOf(groups);
    }
}
