package org.openbankmark.topology.sync.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.Requests;
import org.openbankmark.topology.sync.plan.Change;

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
        return KafkaAnswers.all(
                alters,
                change -> KafkaAnswers.of(
                        Objects.requireNonNull(answers.get(Requests.resource(change))), failed -> null));
    }
}
