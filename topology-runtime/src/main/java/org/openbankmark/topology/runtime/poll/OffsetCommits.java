package org.openbankmark.topology.runtime.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the group how far each partition is handled: in the background while all goes well, and waiting where a partition
 * leaves. A commit that fails is made again with the next one. For the poll thread alone.
 */
final class OffsetCommits {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");

    private final Consumer<byte[], byte[]> consumer;
    private final Duration interval;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private boolean inFlight;
    private boolean failing;
    private long nextNanos;

    OffsetCommits(Consumer<byte[], byte[]> consumer, Duration interval) {
        this.consumer = consumer;
        this.interval = interval;
        this.nextNanos = System.nanoTime();
    }

    /**
     * Commits in the background what moved, which is asked only then, if the interval since the last commit is over.
     *
     * @throws KafkaException if the brokers refuse even to be asked: no commit is under way then, and a later call makes another
     */
    void commitIfDue(Supplier<Map<TopicPartition, OffsetAndMetadata>> positions) {
        long now = System.nanoTime();
        if (inFlight || now - nextNanos < 0) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> moved = moved(positions.get());
        if (moved.isEmpty()) {
            return;
        }
        nextNanos = now + interval.toNanos();
        inFlight = true;
        try {
            consumer.commitAsync(moved, this::answered);
        } catch (KafkaException refused) {
            inFlight = false;
            throw refused;
        }
    }

    private void answered(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        inFlight = false;
        if (failure == null) {
            committed.putAll(offsets);
            failing = false;
        } else if (failing) {
            LOG.debug("offsets {} were not committed either", offsets, failure);
        } else {
            failing = true; // said once, not with each try while the brokers are away
            LOG.warn(
                    "offsets {} were not committed, they will be with a later commit: {}", offsets, failure.toString());
        }
    }

    /** Whether something moved since the last commit. */
    boolean behind(Map<TopicPartition, OffsetAndMetadata> positions) {
        return !moved(positions).isEmpty();
    }

    /**
     * Commits what moved and waits for it. Where that fails it is said, and the records come again.
     *
     * @return false if a rebalance stood in the way, so that the same commit may succeed after another poll
     */
    boolean commitNow(Map<TopicPartition, OffsetAndMetadata> positions, Duration limit) {
        Map<TopicPartition, OffsetAndMetadata> moved = moved(positions);
        if (moved.isEmpty()) {
            return true;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            try {
                consumer.commitSync(moved, left);
                committed.putAll(moved);
                return true;
            } catch (WakeupException wakeup) {
                // Meant for a poll. The same commit goes out once more, the time permitting.
                LOG.debug("a commit was woken up");
            } catch (RebalanceInProgressException rebalance) {
                LOG.info("offsets {} could not be committed in the middle of a rebalance", moved);
                return false;
            } catch (KafkaException failure) {
                LOG.warn("offsets {} could not be committed, their records will come again", moved, failure);
                return true;
            }
        }
    }

    /** Forgets partitions that are ours no longer. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(committed::remove);
    }

    private Map<TopicPartition, OffsetAndMetadata> moved(Map<TopicPartition, OffsetAndMetadata> positions) {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        positions.forEach((partition, position) -> {
            OffsetAndMetadata last = committed.get(partition);
            if (last == null || last.offset() != position.offset()) {
                moved.put(partition, position);
            }
        });
        return moved;
    }
}
