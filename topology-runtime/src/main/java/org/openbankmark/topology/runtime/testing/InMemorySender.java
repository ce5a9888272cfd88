package org.openbankmark.topology.runtime.testing;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Sends into the log in memory; the future is complete when {@link #send} returns.
 *
 * @param <T> the record
 */
final class InMemorySender<T> implements RecordSender<T> {
    private final InMemoryLog log;
    private final Topic<T> topic;
    private final Serializer<? super T> values;
    private final InstantSource clock;
    private final Serializer<String> keys = new StringSerializer();

    InMemorySender(InMemoryLog log, Topic<T> topic, Serializer<? super T> values, InstantSource clock) {
        this.log = log;
        this.topic = topic;
        this.values = values;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<RecordMetadata> send(T record) {
        try {
            Objects.requireNonNull(record, "record");
            String name = topic.name();
            String key = topic.key().of(record, clock);
            RecordHeaders headers = new RecordHeaders();
            byte[] keyBytes = key == null ? null : keys.serialize(name, headers, key);
            byte[] valueBytes = values.serialize(name, headers, record);
            return CompletableFuture.completedFuture(
                    log.append(new ProducerRecord<>(name, null, null, keyBytes, valueBytes, headers), clock.instant()));
        } catch (RuntimeException | StackOverflowError failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public CompletableFuture<RecordMetadata> delete(String key) {
        try {
            RecordHeaders headers = new RecordHeaders();
            byte[] keyBytes = keys.serialize(topic.name(), headers, Objects.requireNonNull(key, "key"));
            return CompletableFuture.completedFuture(log.append(
                    new ProducerRecord<>(topic.name(), null, null, keyBytes, null, headers), clock.instant()));
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }
}
