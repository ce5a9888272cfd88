package org.openbankmark.topology.sync.apply;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.DeleteTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.state.InternalNames;

/** Deletes topics; the last guard of internal ones. */
final class TopicDeleter implements Worker {
    private final Connection connection;

    TopicDeleter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Change.DeleteTopic> deletes = KafkaAnswers.as(Change.DeleteTopic.class, changes);
        List<String> names = deletes.stream().map(Change.DeleteTopic::topic).toList();
        if (names.stream().anyMatch(InternalNames::isInternalTopic)) {
            throw new IllegalStateException("an internal topic is never deleted: " + names);
        }
        Map<String, KafkaFuture<Void>> answers = connection
                .admin()
                .deleteTopics(names, new DeleteTopicsOptions().timeoutMs(connection.callLimit()))
                .topicNameValues();
        return KafkaAnswers.all(
                deletes,
                delete -> KafkaAnswers.of(
                        Objects.requireNonNull(answers.get(delete.topic())),
                        failed -> failed instanceof UnknownTopicOrPartitionException ? new Attempt.Done(true) : null));
    }
}
