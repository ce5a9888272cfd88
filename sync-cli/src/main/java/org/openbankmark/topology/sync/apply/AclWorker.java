package org.openbankmark.topology.sync.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.DescribeAclsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.openbankmark.topology.sync.cluster.BatchedRequests;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import org.openbankmark.topology.sync.cluster.Requests;
import org.openbankmark.topology.sync.plan.Change;

/** Gives and takes permissions. To Kafka both are done when they are so already. */
final class AclWorker implements Worker {
    private final Connection connection;

    AclWorker(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        Map<String, AclBinding> adds = new TreeMap<>();
        Map<String, AclBinding> removes = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof Change.AddAcl add) {
                adds.put(change.id(), Requests.binding(add.acl()));
            } else if (change instanceof Change.RemoveAcl remove) {
                removes.put(change.id(), Requests.binding(remove.acl()));
            }
        }
        Map<String, Attempt> attempts = new TreeMap<>();
        BatchedRequests requests = new BatchedRequests(connection, false);
        await(adds, requests.give(adds.values()), attempts);
        await(removes, requests.take(removes.values()), attempts);
        Visible.await(() -> {
            Set<AclBinding> seen = new HashSet<>(KafkaErrors.await(connection
                    .admin()
                    .describeAcls(AclBindingFilter.ANY, new DescribeAclsOptions().timeoutMs(connection.callLimit()))
                    .values()));
            return adds.entrySet().stream()
                            .filter(add -> attempts.get(add.getKey()) instanceof Attempt.Done)
                            .allMatch(add -> seen.contains(add.getValue()))
                    && removes.values().stream().noneMatch(seen::contains);
        });
        return attempts;
    }

    private static void await(
            Map<String, AclBinding> asked, Map<AclBinding, KafkaFuture<Void>> answers, Map<String, Attempt> attempts) {
        asked.forEach((id, binding) ->
                attempts.put(id, KafkaAnswers.of(Objects.requireNonNull(answers.get(binding)), failed -> null)));
    }
}
