package org.openbankmark.topology.sync.apply;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaFuture;
import org.openbankmark.topology.sync.cluster.BatchedRequests;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.TopicReader;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.state.TopicState;

/** Sets and removes settings of topics. */
final class ConfigAlterer implements Worker {
    private final Connection connection;

    ConfigAlterer(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Change.AlterConfig> alters = KafkaAnswers.as(Change.AlterConfig.class, changes);
        Map<String, KafkaFuture<Void>> answers = new BatchedRequests(connection, false).alter(alters);
        Map<String, Attempt> attempts = KafkaAnswers.all(
                alters, change -> KafkaAnswers.of(Objects.requireNonNull(answers.get(change.topic())), failed -> null));
        List<Change.AlterConfig> done = alters.stream()
                .filter(change -> attempts.get(change.id()) instanceof Attempt.Done)
                .toList();
        Visible.await(() -> seen(done));
        return attempts;
    }

    private boolean seen(List<Change.AlterConfig> changes) {
        Map<String, TopicState> topics = new TopicReader(connection)
                .read(changes.stream().map(Change.AlterConfig::topic).toList());
        return changes.stream().allMatch(change -> {
            TopicState topic = topics.get(change.topic());
            return topic != null
                    && change.edits().stream()
                            .allMatch(edit -> topic.config().containsKey(edit.name())
                                            == edit.to().isPresent()
                                    && !edit.from()
                                            .equals(Optional.ofNullable(
                                                    topic.config().get(edit.name()))));
        });
    }
}
