package org.openbankmark.topology.bench.clients;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own clients, with the settings that generated clients give them.
 *
 * @param <K> the key as it is handed over
 * @param <V> the value
 */
final class PlainPipe<K, V> implements Pipe {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long COMMIT_NANOS = Duration.ofMillis(500).toNanos();

    private final String topic;
    private final List<K> keys;
    private final List<V> values;
    private final ToLongFunction<V> look;
    private final KafkaProducer<K, V> producer;
    private final KafkaConsumer<K, V> consumer;
    private final Thread thread;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong checksum = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closing;

    /**
     * How keys and values become bytes, and bytes become them.
     *
     * @param look what a handler does with a value
     */
    record Serdes<K, V>(
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            ToLongFunction<V> look) {}

    PlainPipe(String brokers, String topic, List<K> keys, List<V> values, Serdes<K, V> serdes) {
        this.topic = topic;
        this.keys = keys;
        this.values = values;
        this.look = serdes.look();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), serdes.keySerializer(), serdes.valueSerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        topic,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        "500",
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName()),
                serdes.keyDeserializer(),
                serdes.valueDeserializer());
        this.thread = new Thread(this::consume, topic + "-consumer");
        thread.start();
    }

    private void consume() {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            long committed = System.nanoTime();
            while (!closing) {
                for (ConsumerRecord<K, V> record : consumer.poll(POLL)) {
                    checksum.lazySet(checksum.getPlain() + look.applyAsLong(record.value()));
                    handled.lazySet(handled.getPlain() + 1);
                }
                if (System.nanoTime() - committed > COMMIT_NANOS) {
                    consumer.commitAsync();
                    committed = System.nanoTime();
                }
            }
        } catch (RuntimeException thrown) {
            failure.set(thrown);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
    public void send(int count) {
        for (int i = 0; i < count; i++) {
            int message = i % values.size();
            producer.send(new ProducerRecord<>(topic, keys.get(message), values.get(message)), (metadata, thrown) -> {
                if (thrown != null) {
                    failure.set(thrown);
                }
            });
        }
    }

    @Override
    public long handled() {
        return handled.get();
    }

    @Override
    public void requireHealthy() {
        if (failure.get() != null) {
            throw new IllegalStateException("the plain clients failed", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
