package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Plan;

/** Asks the broker itself what it says to a plan, with Kafka's {@code validateOnly}: nothing is changed by it. */
public final class BrokerChecks {
    private static final int BATCH = 200;

    private final Connection connection;

    public BrokerChecks(Connection connection) {
        this.connection = connection;
    }

    /** By a change's id: why the broker would refuse it. */
    public Map<String, String> rejections(Plan plan) {
        Map<String, KafkaFuture<Void>> answers = new TreeMap<>();
        topics(of(plan, Change.CreateTopic.class), answers);
        configs(of(plan, Change.AlterConfig.class), answers);
        partitions(of(plan, Change.AddPartitions.class), answers);
        Map<String, String> rejections = new TreeMap<>();
        answers.forEach((id, answer) -> {
            try {
                KafkaErrors.await(answer);
            } catch (KafkaException refused) {
                rejections.put(id, KafkaErrors.text(refused));
            }
        });
        return rejections;
    }

    private static <C extends Change> List<C> of(Plan plan, Class<C> kind) {
        return plan.changes().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void topics(List<Change.CreateTopic> changes, Map<String, KafkaFuture<Void>> answers) {
        for (int from = 0; from < changes.size(); from += BATCH) {
            List<Change.CreateTopic> batch = changes.subList(from, Math.min(changes.size(), from + BATCH));
            Map<String, KafkaFuture<Void>> values = connection
                    .admin()
                    .createTopics(
                            batch.stream().map(Requests::topic).toList(),
                            new CreateTopicsOptions().validateOnly(true).timeoutMs(connection.callLimit()))
                    .values();
            batch.forEach(change -> answers.put(change.id(), values.get(change.topic())));
        }
    }

    /** One call may name a topic once, so the edits that come after replicas are asked in a call of their own. */
    private void configs(List<Change.AlterConfig> changes, Map<String, KafkaFuture<Void>> answers) {
        for (boolean afterReplicas : new boolean[] {false, true}) {
            List<Change.AlterConfig> some = new ArrayList<>(changes);
            some.removeIf(change -> change.afterReplicas() != afterReplicas);
            if (some.isEmpty()) {
                continue;
            }
            Map<
                            org.apache.kafka.common.config.ConfigResource,
                            java.util.Collection<org.apache.kafka.clients.admin.AlterConfigOp>>
                    asked = new HashMap<>();
            some.forEach(change -> asked.put(Requests.resource(change), Requests.edits(change)));
            var values = connection
                    .admin()
                    .incrementalAlterConfigs(
                            asked, new AlterConfigsOptions().validateOnly(true).timeoutMs(connection.callLimit()))
                    .values();
            some.forEach(change -> answers.put(change.id(), values.get(Requests.resource(change))));
        }
    }

    private void partitions(List<Change.AddPartitions> changes, Map<String, KafkaFuture<Void>> answers) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, org.apache.kafka.clients.admin.NewPartitions> asked = new HashMap<>();
        changes.forEach(change -> asked.put(change.topic(), Requests.partitions(change)));
        Map<String, KafkaFuture<Void>> values = connection
                .admin()
                .createPartitions(
                        asked, new CreatePartitionsOptions().validateOnly(true).timeoutMs(connection.callLimit()))
                .values();
        changes.forEach(change -> answers.put(change.id(), values.get(change.topic())));
    }
}
