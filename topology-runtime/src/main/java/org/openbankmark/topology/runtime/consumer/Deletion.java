package org.openbankmark.topology.runtime.consumer;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * What Kafka calls a tombstone: a key without a value, which says that the record of that key is deleted.
 *
 * @param key of the record that is deleted, as the topic makes it of the record's fields
 * @param timestamp as Kafka has it: of the sending, or of the broker's appending
 */
public record Deletion(String key, String topic, int partition, long offset, Instant timestamp, Headers headers) {}
