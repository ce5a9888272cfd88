package org.openbankmark.topology.sync.state;

/**
 * A consumer group's use of a topic.
 *
 * @param lag records that it has not yet read
 */
public record GroupUse(String group, long lag) {}
