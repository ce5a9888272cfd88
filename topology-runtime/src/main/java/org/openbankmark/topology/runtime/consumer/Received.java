package org.openbankmark.topology.runtime.consumer;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record with its place in Kafka.
 *
 * @param value the record
 * @param key null for none
 * @param timestamp as Kafka has it: of the sending, or of the broker's appending
 * @param <T> the record's type
 */
public record Received<T>(
        T value, @Nullable String key, String topic, int partition, long offset, Instant timestamp, Headers headers) {

    /** The same place with the value as one of the types it may be; for generated handlers. */
    public <S> Received<S> with(S narrowed) {
        return new Received<>(narrowed, key, topic, partition, offset, timestamp, headers);
    }
}
