package org.openbankmark.topology.runtime.client;

import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Where a number is kept that is committed together with a transaction's records: as the offset that a consumer group has for
 * partition 0 of a topic. The group has no members; nobody consumes by it. As all offsets of a group without members it is
 * forgotten after the brokers' {@code offsets.retention.minutes} (7 days unless set) without a commit.
 *
 * @param group the group; a service may use its own name followed by a dot and a word
 * @param topic a topic that the service may read
 */
public record TransactionPosition(String group, Topic<?> topic) {}
