package org.openbankmark.topology.runtime.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group's members of one topic, and what they have committed. Partitions are shared out evenly, in the order of
 * joining. Thread-safe.
 */
final class InMemoryGroup {
    private static final Duration REVOKE_LIMIT = Duration.ofSeconds(30);

    private final InMemoryLog log;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final boolean fromEnd;
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final Map<TopicPartition, InMemoryMember> owners = new HashMap<>();
    private final List<InMemoryMember> members = new ArrayList<>();
    private volatile boolean rebalancing;

    /** @param fromEnd whether to start at the end where nothing is committed, or at the beginning */
    InMemoryGroup(InMemoryLog log, String topic, boolean fromEnd) {
        this.log = log;
        this.fromEnd = fromEnd;
        for (int i = 0; i < log.partitions(topic); i++) {
            partitions.add(new TopicPartition(topic, i));
        }
        log.tellInside(this::written);
    }

    synchronized void join(InMemoryMember member) {
        members.add(member);
        rebalance();
    }

    synchronized void leave(InMemoryMember member) {
        members.remove(member);
        rebalance();
    }

    /** Next offset by partition, of those where something was committed. */
    Map<TopicPartition, Long> committed() {
        return Map.copyOf(committed);
    }

    /** Records that no member has handled yet, while there are members. For the log's lock holder. */
    long unhandled() {
        if (rebalancing) {
            return 1;
        }
        long sum = 0;
        for (InMemoryMember owner : new HashSet<>(owners.values())) {
            sum += owner.backlog().unhandled();
        }
        return sum;
    }

    /** Takes from those who lose, outside the log's lock, as their handlers may be writing; then gives. */
    private void rebalance() {
        rebalancing = true;
        try {
            Map<TopicPartition, InMemoryMember> wanted = assignment();
            Set<InMemoryMember> losing = new HashSet<>();
            synchronized (log.lock()) {
                owners.forEach((partition, owner) -> {
                    if (owner != wanted.get(partition)) {
                        losing.add(owner);
                    }
                });
            }
            losing.forEach(owner -> take(owner, wanted));
            synchronized (log.lock()) {
                wanted.forEach((partition, owner) -> {
                    if (owners.putIfAbsent(partition, owner) == null) {
                        owner.partitions().add(partition);
                        feed(owner, partition, log.read(partition, position(partition)));
                    }
                });
            }
        } finally {
            rebalancing = false;
        }
    }

    private void take(InMemoryMember owner, Map<TopicPartition, InMemoryMember> wanted) {
        Set<TopicPartition> lost = new HashSet<>(owner.partitions());
        lost.removeIf(partition -> wanted.get(partition) == owner);
        synchronized (log.lock()) {
            lost.forEach(owners::remove);
        }
        try {
            Duration patience = members.contains(owner) ? REVOKE_LIMIT : Duration.ZERO;
            owner.backlog()
                    .revoke(lost, patience)
                    .forEach((partition, next) -> committed.put(partition, next.offset()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            owner.backlog().drop(lost);
        }
        owner.partitions().removeAll(lost);
    }

    private Map<TopicPartition, InMemoryMember> assignment() {
        Map<TopicPartition, InMemoryMember> assignment = new HashMap<>();
        for (int i = 0; i < partitions.size() && !members.isEmpty(); i++) {
            assignment.put(partitions.get(i), members.get(i % members.size()));
        }
        return assignment;
    }

    private long position(TopicPartition partition) {
        Long next = committed.get(partition);
        if (next == null) {
            next = fromEnd ? log.end(partition) : 0L;
            committed.put(partition, next);
        }
        return next;
    }

    private void written(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        InMemoryMember owner = owners.get(partition);
        if (owner != null) {
            feed(owner, partition, List.of(record));
        }
    }

    private static void feed(
            @Nullable InMemoryMember owner, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        if (owner != null && !records.isEmpty()) {
            long next = records.get(records.size() - 1).offset() + 1;
            owner.backlog().add(partition, records, new OffsetAndMetadata(next));
        }
    }
}
