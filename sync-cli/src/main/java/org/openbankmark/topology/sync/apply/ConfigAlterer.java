package org.openbankmark.topology.sync.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.Requests;
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
        Map<ConfigResource, Collection<AlterConfigOp>> asked = new HashMap<>();
        alters.forEach(change -> asked.put(Requests.resource(change), Requests.edits(change)));
        Map<ConfigResource, KafkaFuture<Void>> answers = connection
                .admin()
                .incrementalAlterConfigs(asked, new AlterConfigsOptions().timeoutMs(connection.callLimit()))
                .values();
        Map<String, Attempt> attempts = KafkaAnswers.all(
                alters,
                change -> KafkaAnswers.of(
                        Objects.requireNonNull(answers.get(Requests.resource(change))), failed -> null));
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
