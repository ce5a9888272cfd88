package org.openbankmark.topology.runtime.poll;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with the partitions of a consumer that may leave in the middle of it: with {@code group.protocol=consumer}
 * another thread of Kafka's client takes them away, at any moment after their listener was called. For the poll thread alone.
 */
final class AssignedPartitions {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");

    private final Consumer<byte[], byte[]> consumer;

    AssignedPartitions(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Pauses these and resumes all others. */
    void pauseOnly(Set<TopicPartition> wanted) {
        Set<TopicPartition> paused = consumer.paused();
        if (wanted.isEmpty() && paused.isEmpty()) {
            return;
        }
        Set<TopicPartition> assigned = consumer.assignment();
        Set<TopicPartition> more = new HashSet<>(wanted);
        more.removeAll(paused);
        more.retainAll(assigned);
        Set<TopicPartition> fewer = new HashSet<>(paused);
        fewer.removeAll(wanted);
        fewer.retainAll(assigned);
        withThoseThatStay(more, consumer::pause);
        withThoseThatStay(fewer, consumer::resume);
    }

    /** Records that were not read yet; empty where that is not known of all partitions. */
    OptionalLong unread() {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong unread = unread(partition);
            if (unread.isEmpty()) {
                return unread;
            }
            sum += unread.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private OptionalLong unread(TopicPartition partition) {
        try {
            return consumer.currentLag(partition);
        } catch (IllegalStateException | KafkaException failure) {
            if (hasLeft(failure) && !consumer.assignment().contains(partition)) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    private void withThoseThatStay(
            Set<TopicPartition> partitions, java.util.function.Consumer<Set<TopicPartition>> action) {
        while (!partitions.isEmpty()) {
            try {
                action.accept(partitions);
                return;
            } catch (IllegalStateException | KafkaException failure) {
                if (!hasLeft(failure) || !partitions.retainAll(consumer.assignment())) {
                    throw failure;
                }
                LOG.debug("partitions left, {} stay", partitions, failure);
            }
        }
    }

    /** Whether a partition may have been none of the consumer's. What is thrown on the other thread comes wrapped. */
    private static boolean hasLeft(RuntimeException failure) {
        return failure instanceof IllegalStateException || failure.getCause() instanceof IllegalStateException;
    }
}
