package org.openbankmark.topology.sync.state;

/**
 * A group's use of a topic: of consumers, of Streams or of share consumers.
 *
 * @param lag records that it has not yet read, as far as they are counted
 */
public record GroupUse(String group, long lag) {}
