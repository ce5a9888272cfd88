package org.openbankmark.topology.runtime.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Topics with their partitions and records. Keys choose partitions as Kafka's own partitioner does (murmur2); records
 * without a key go round. Thread-safe; {@link #lock()} holds writers off.
 */
final class InMemoryLog {
    private final Object lock = new Object();
    private final Map<String, List<List<ConsumerRecord<byte[], byte[]>>>> partitions = new HashMap<>();
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> inOrder = new HashMap<>();
    private final List<Consumer<ConsumerRecord<byte[], byte[]>>> insideLock = new CopyOnWriteArrayList<>();
    private final List<Consumer<ConsumerRecord<byte[], byte[]>>> afterwards = new CopyOnWriteArrayList<>();

    /** Makes a topic where there is none. */
    void create(String topic, int count) {
        synchronized (lock) {
            partitions.computeIfAbsent(topic, name -> {
                List<List<ConsumerRecord<byte[], byte[]>>> logs = new ArrayList<>();
                for (int i = 0; i < Math.max(1, count); i++) {
                    logs.add(new ArrayList<>());
                }
                return logs;
            });
        }
    }

    RecordMetadata append(ProducerRecord<byte[], byte[]> record, Instant now) {
        create(record.topic(), 1);
        ConsumerRecord<byte[], byte[]> written;
        synchronized (lock) {
            List<List<ConsumerRecord<byte[], byte[]>>> logs = logs(record.topic());
            Integer asked = record.partition();
            int partition = asked != null ? asked : partition(record.topic(), record.key(), logs.size());
            List<ConsumerRecord<byte[], byte[]>> log = logs.get(partition);
            written = new ConsumerRecord<>(
                    record.topic(),
                    partition,
                    log.size(),
                    now.toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    length(record.key()),
                    length(record.value()),
                    record.key(),
                    record.value(),
                    new RecordHeaders(record.headers()),
                    Optional.of(0));
            log.add(written);
            inOrder.computeIfAbsent(record.topic(), name -> new ArrayList<>()).add(written);
            for (Consumer<ConsumerRecord<byte[], byte[]>> listener : insideLock) {
                listener.accept(written);
            }
        }
        afterwards.forEach(listener -> listener.accept(written));
        return new RecordMetadata(
                new TopicPartition(record.topic(), written.partition()),
                written.offset(),
                0,
                written.timestamp(),
                written.serializedKeySize(),
                written.serializedValueSize());
    }

    int partitions(String topic) {
        synchronized (lock) {
            return logs(topic).size();
        }
    }

    /** Records of a partition from an offset on. */
    List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from) {
        synchronized (lock) {
            List<ConsumerRecord<byte[], byte[]>> log = logs(partition.topic()).get(partition.partition());
            return List.copyOf(log.subList((int) Math.min(from, log.size()), log.size()));
        }
    }

    long end(TopicPartition partition) {
        synchronized (lock) {
            return logs(partition.topic()).get(partition.partition()).size();
        }
    }

    /** All records of a topic in the order of writing. */
    List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        synchronized (lock) {
            return List.copyOf(inOrder.getOrDefault(topic, List.of()));
        }
    }

    /** Nothing is written while this is held. */
    Object lock() {
        return lock;
    }

    /** Told of every record, in order, before anything else is written. Must not block. */
    AutoCloseable tellInside(Consumer<ConsumerRecord<byte[], byte[]>> listener) {
        synchronized (lock) {
            insideLock.add(listener);
        }
        return () -> insideLock.remove(listener);
    }

    /** Told of every record soon after it was written, on the writer's thread. */
    AutoCloseable tellAfterwards(Consumer<ConsumerRecord<byte[], byte[]>> listener) {
        afterwards.add(listener);
        return () -> afterwards.remove(listener);
    }

    private List<List<ConsumerRecord<byte[], byte[]>>> logs(String topic) {
        List<List<ConsumerRecord<byte[], byte[]>>> logs = partitions.get(topic);
        if (logs == null) {
            throw new IllegalArgumentException("there is no topic " + topic);
        }
        return logs;
    }

    private int partition(String topic, byte @Nullable [] key, int count) {
        return key == null
                ? inOrder.getOrDefault(topic, List.of()).size() % count
                : Utils.toPositive(Utils.murmur2(key)) % count;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? -1 : bytes.length;
    }
}
