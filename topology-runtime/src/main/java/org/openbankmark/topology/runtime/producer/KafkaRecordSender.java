package org.openbankmark.topology.runtime.producer;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Sends by a Kafka producer that it shares. Where the producer's buffer is full, {@link #send} waits for up to
 * {@code max.block.ms}, as Kafka's own does.
 *
 * @param <T> the record
 */
public final class KafkaRecordSender<T> implements RecordSender<T> {
    private final Producer<byte[], byte[]> producer;
    private final Topic<T> topic;
    private final Serializer<? super String> keys;
    private final Serializer<? super T> values;
    private final Completions completions;
    private final InstantSource clock;

    /** For the connection, which closes what is given here. */
    public KafkaRecordSender(
            Producer<byte[], byte[]> producer,
            Topic<T> topic,
            Serializer<? super String> keys,
            Serializer<? super T> values,
            Completions completions,
            InstantSource clock) {
        this.producer = producer;
        this.topic = topic;
        this.keys = keys;
        this.values = values;
        this.completions = completions;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells all that the future does
    public CompletableFuture<RecordMetadata> send(T record) {
        PendingSend pending = new PendingSend(completions);
        try {
            Objects.requireNonNull(record, "record");
            String name = topic.name();
            String key = topic.key().of(record, clock);
            RecordHeaders headers = new RecordHeaders();
            byte[] keyBytes = key == null ? null : keys.serialize(name, headers, key);
            byte[] valueBytes = values.serialize(name, headers, record);
            // Kafka copies them; most serializers write none.
            @Nullable Headers written = headers.toArray().length == 0 ? null : headers;
            producer.send(new ProducerRecord<>(name, null, null, keyBytes, valueBytes, written), pending);
        } catch (Throwable failure) {
            pending.completeExceptionally(failure);
        }
        return pending;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells all that the future does
    public CompletableFuture<RecordMetadata> delete(String key) {
        PendingSend pending = new PendingSend(completions);
        try {
            String name = topic.name();
            RecordHeaders headers = new RecordHeaders();
            byte[] keyBytes = keys.serialize(name, headers, Objects.requireNonNull(key, "key"));
            producer.send(new ProducerRecord<>(name, null, null, keyBytes, null, headers), pending);
        } catch (Throwable failure) {
            pending.completeExceptionally(failure);
        }
        return pending;
    }

    @Override
    public void flush() {
        producer.flush();
        completions.await();
    }
}
