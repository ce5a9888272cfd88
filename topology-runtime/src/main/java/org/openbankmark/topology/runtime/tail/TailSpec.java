package org.openbankmark.topology.runtime.tail;

import org.openbankmark.topology.runtime.topic.Topic;

/**
 * What to read and who takes it.
 *
 * @param <T> the record
 */
public record TailSpec<T>(Topic<T> topic, TailHandler<T> handler) {}
