package org.openbankmark.topology.sync.apply;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.KafkaErrors;

/**
 * Whether the leaders of new partitions answer, so that services can be started right after an apply. A leader is named a
 * moment before it takes office; a producer that writes in between can have its second batch taken before its first, and the
 * first is then refused until the delivery time-out. Each is asked until it has answered once. Used by one thread.
 */
final class Leaders {
    private final Connection connection;
    private final Set<TopicPartition> silent;

    Leaders(Connection connection, Collection<TopicPartition> partitions) {
        this.connection = connection;
        this.silent = new HashSet<>(partitions);
    }

    /** The partitions of a topic from one number on, up to another which is not among them. */
    static List<TopicPartition> partitions(String topic, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    boolean answer() {
        if (!silent.isEmpty()) {
            silent.removeAll(answering(silent));
        }
        return silent.isEmpty();
    }

    private Set<TopicPartition> answering(Set<TopicPartition> partitions) {
        ListOffsetsResult answers = connection
                .admin()
                .listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.earliest())),
                        new ListOffsetsOptions().timeoutMs(Math.min(connection.callLimit(), Visible.LIMIT_MILLIS)));
        return partitions.stream()
                .filter(partition -> answered(answers.partitionResult(partition)))
                .collect(Collectors.toSet());
    }

    private static boolean answered(KafkaFuture<?> answer) {
        try {
            KafkaErrors.await(answer);
            return true;
        } catch (RetriableException notYet) {
            return false;
        }
    }
}
