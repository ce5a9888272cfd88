package org.openbankmark.topology.sync.apply;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.ReassignmentInProgressException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.sync.cluster.BatchedRequests;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import org.openbankmark.topology.sync.cluster.TopicReader;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.state.TopicState;

/** Adds partitions. */
final class PartitionAdder implements Worker {
    private final Connection connection;

    PartitionAdder(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Change.AddPartitions> adds = KafkaAnswers.as(Change.AddPartitions.class, changes);
        Map<String, KafkaFuture<Void>> answers = new BatchedRequests(connection, false).add(adds);
        Map<String, Attempt> attempts = KafkaAnswers.all(
                adds,
                change -> KafkaAnswers.of(
                        Objects.requireNonNull(answers.get(change.topic())), failed -> special(change, failed)));
        List<Change.AddPartitions> done = adds.stream()
                .filter(change -> attempts.get(change.id()) instanceof Attempt.Done)
                .toList();
        Leaders leaders = new Leaders(
                connection,
                done.stream()
                        .flatMap(change -> Leaders.partitions(change.topic(), change.from(), change.to()).stream())
                        .toList());
        Visible.await(() -> seen(done) && leaders.answer());
        return attempts;
    }

    private boolean seen(List<Change.AddPartitions> changes) {
        Map<String, TopicState> topics = new TopicReader(connection)
                .read(changes.stream().map(Change.AddPartitions::topic).toList());
        return changes.stream().allMatch(change -> {
            TopicState topic = topics.get(change.topic());
            return topic != null && topic.partitions().size() >= change.to();
        });
    }

    private @Nullable Attempt special(Change.AddPartitions change, KafkaException failed) {
        if (failed instanceof ReassignmentInProgressException) {
            return new Attempt.Again("its replicas are being moved: " + KafkaErrors.text(failed), false);
        }
        if (!(failed instanceof InvalidPartitionsException)) {
            return null;
        }
        try {
            TopicState found =
                    new TopicReader(connection).read(List.of(change.topic())).get(change.topic());
            return found != null && found.partitions().size() == change.to() ? new Attempt.Done(true) : null;
        } catch (KafkaException unreadable) {
            return KafkaAnswers.of(unreadable);
        }
    }
}
