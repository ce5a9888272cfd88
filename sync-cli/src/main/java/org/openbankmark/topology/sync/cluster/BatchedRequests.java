package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.AlterPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.CreateAclsOptions;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DeleteAclsOptions;
import org.apache.kafka.clients.admin.DeleteAclsResult.FilterResult;
import org.apache.kafka.clients.admin.DeleteAclsResult.FilterResults;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.sync.plan.Change;

/**
 * Requests for topics, partitions, settings, replicas and permissions, many in a call and the calls after one another without waiting. Safe for
 * use by several threads.
 */
public final class BatchedRequests {
    /**
     * A controller refuses a call for more than 10,000 partitions, and one that makes more than 10,000 records: one for each partition,
     * each setting and each permission, and some more for a topic.
     */
    private static final int MOST = 2_000;

    private final Connection connection;
    private final boolean validateOnly;

    /**
     * @param validateOnly whether brokers only say what they would answer
     */
    public BatchedRequests(Connection connection, boolean validateOnly) {
        this.connection = connection;
        this.validateOnly = validateOnly;
    }

    /** By topic: the answer. */
    public Map<String, KafkaFuture<Void>> create(List<Change.CreateTopic> changes) {
        Map<String, KafkaFuture<Void>> answers = new HashMap<>();
        for (List<Change.CreateTopic> batch : batches(changes, Change.CreateTopic::partitions)) {
            answers.putAll(connection
                    .admin()
                    .createTopics(
                            batch.stream().map(Requests::topic).toList(),
                            new CreateTopicsOptions().validateOnly(validateOnly).timeoutMs(connection.callLimit()))
                    .values());
        }
        return answers;
    }

    /** By topic: the answer. */
    public Map<String, KafkaFuture<Void>> add(List<Change.AddPartitions> changes) {
        Map<String, KafkaFuture<Void>> answers = new HashMap<>();
        for (List<Change.AddPartitions> batch : batches(changes, change -> change.to() - change.from())) {
            Map<String, NewPartitions> asked = new HashMap<>();
            batch.forEach(change -> asked.put(change.topic(), Requests.partitions(change)));
            answers.putAll(connection
                    .admin()
                    .createPartitions(
                            asked,
                            new CreatePartitionsOptions()
                                    .validateOnly(validateOnly)
                                    .timeoutMs(connection.callLimit()))
                    .values());
        }
        return answers;
    }

    /**
     * By topic: the answer. One call may name a topic once.
     *
     * @param changes of different topics
     */
    public Map<String, KafkaFuture<Void>> alter(List<Change.AlterConfig> changes) {
        Map<String, KafkaFuture<Void>> answers = new HashMap<>();
        for (List<Change.AlterConfig> batch :
                batches(changes, change -> change.edits().size())) {
            Map<ConfigResource, Collection<AlterConfigOp>> asked = new HashMap<>();
            batch.forEach(change -> asked.put(Requests.resource(change), Requests.edits(change)));
            connection
                    .admin()
                    .incrementalAlterConfigs(
                            asked,
                            new AlterConfigsOptions().validateOnly(validateOnly).timeoutMs(connection.callLimit()))
                    .values()
                    .forEach((resource, answer) -> answers.put(resource.name(), answer));
        }
        return answers;
    }

    /**
     * By partition: the answer.
     *
     * @throws IllegalStateException if brokers are only to be asked, which Kafka does not know of moves
     */
    public Map<TopicPartition, KafkaFuture<Void>> move(List<Change.MoveReplicas> changes) {
        requireDoing("a move of replicas");
        List<Map.Entry<TopicPartition, List<Integer>>> moves = new ArrayList<>();
        changes.forEach(change -> change.partitions()
                .forEach((partition, replicas) ->
                        moves.add(Map.entry(new TopicPartition(change.topic(), partition), replicas))));
        Map<TopicPartition, KafkaFuture<Void>> answers = new HashMap<>();
        for (List<Map.Entry<TopicPartition, List<Integer>>> batch : batches(moves, move -> 1)) {
            Map<TopicPartition, Optional<NewPartitionReassignment>> asked = new HashMap<>();
            batch.forEach(move -> asked.put(move.getKey(), Optional.of(new NewPartitionReassignment(move.getValue()))));
            answers.putAll(connection
                    .admin()
                    .alterPartitionReassignments(
                            asked, new AlterPartitionReassignmentsOptions().timeoutMs(connection.callLimit()))
                    .values());
        }
        return answers;
    }

    /**
     * By permission: the answer.
     *
     * @throws IllegalStateException if brokers are only to be asked, which Kafka does not know of permissions
     */
    public Map<AclBinding, KafkaFuture<Void>> give(Collection<AclBinding> permissions) {
        requireDoing("a permission");
        Map<AclBinding, KafkaFuture<Void>> answers = new HashMap<>();
        for (List<AclBinding> batch : batches(permissions, permission -> 1)) {
            answers.putAll(connection
                    .admin()
                    .createAcls(batch, new CreateAclsOptions().timeoutMs(connection.callLimit()))
                    .values());
        }
        return answers;
    }

    /**
     * By permission: the answer.
     *
     * @throws IllegalStateException if brokers are only to be asked, which Kafka does not know of permissions
     */
    public Map<AclBinding, KafkaFuture<Void>> take(Collection<AclBinding> permissions) {
        requireDoing("a permission");
        Map<AclBinding, KafkaFuture<Void>> answers = new HashMap<>();
        for (List<AclBinding> batch : batches(permissions, permission -> 1)) {
            Map<AclBindingFilter, KafkaFuture<FilterResults>> taken = connection
                    .admin()
                    .deleteAcls(
                            batch.stream().map(AclBinding::toFilter).toList(),
                            new DeleteAclsOptions().timeoutMs(connection.callLimit()))
                    .values();
            batch.forEach(permission -> answers.put(
                    permission,
                    Objects.requireNonNull(taken.get(permission.toFilter())).thenApply(BatchedRequests::requireTaken)));
        }
        return answers;
    }

    private static @Nullable Void requireTaken(FilterResults results) {
        for (FilterResult result : results.values()) {
            if (result.exception() != null) {
                throw result.exception();
            }
        }
        return null;
    }

    private void requireDoing(String what) {
        if (validateOnly) {
            throw new IllegalStateException(what + " cannot be asked for without being done");
        }
    }

    private static <C> List<List<C>> batches(Collection<C> changes, ToIntFunction<C> size) {
        List<List<C>> batches = new ArrayList<>();
        List<C> batch = new ArrayList<>();
        int sum = 0;
        for (C change : changes) {
            int more = size.applyAsInt(change);
            if (batch.isEmpty() || sum + more > MOST) {
                batch = new ArrayList<>();
                batches.add(batch);
                sum = 0;
            }
            batch.add(change);
            sum += more;
        }
        return batches;
    }
}
