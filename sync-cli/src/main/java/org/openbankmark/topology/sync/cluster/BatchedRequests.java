package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.KafkaFuture;
import org.openbankmark.topology.sync.plan.Change;

/** Requests for topics and partitions, many in a call and the calls after one another without waiting. Safe for use by several threads. */
public final class PartitionRequests {
    /** A controller refuses a call for more than 10,000 partitions, and one that makes more than 10,000 records. */
    private static final int MOST_PARTITIONS = 2_000;

    private final Connection connection;
    private final boolean validateOnly;

    /**
     * @param validateOnly whether brokers only say what they would answer
     */
    public PartitionRequests(Connection connection, boolean validateOnly) {
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

    private static <C> List<List<C>> batches(List<C> changes, ToIntFunction<C> partitions) {
        List<List<C>> batches = new ArrayList<>();
        List<C> batch = new ArrayList<>();
        int sum = 0;
        for (C change : changes) {
            int more = partitions.applyAsInt(change);
            if (batch.isEmpty() || sum + more > MOST_PARTITIONS) {
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
