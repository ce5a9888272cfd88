package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.TopicState;

/** Reads topics: partitions, replicas, and what was set on them. */
public final class TopicReader {
    private static final int BATCH = 500;

    private final Connection connection;

    public TopicReader(Connection connection) {
        this.connection = connection;
    }

    /** The topics of these names that exist. */
    public SortedMap<String, TopicState> read(List<String> names) {
        if (names.isEmpty()) {
            return new TreeMap<>();
        }
        Map<String, KafkaFuture<TopicDescription>> descriptions = new HashMap<>();
        Map<String, KafkaFuture<Config>> configs = new HashMap<>();
        for (int from = 0; from < names.size(); from += BATCH) {
            List<String> batch = names.subList(from, Math.min(names.size(), from + BATCH));
            descriptions.putAll(connection
                    .admin()
                    .describeTopics(batch, new DescribeTopicsOptions().timeoutMs(connection.callLimit()))
                    .topicNameValues());
            connection
                    .admin()
                    .describeConfigs(
                            batch.stream()
                                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                                    .toList(),
                            new DescribeConfigsOptions().timeoutMs(connection.callLimit()))
                    .values()
                    .forEach((resource, config) -> configs.put(resource.name(), config));
        }
        Map<TopicPartition, PartitionReassignment> moving = moving();
        SortedMap<String, TopicState> topics = new TreeMap<>();
        for (String name : names) {
            topic(name, descriptions, configs, moving).ifPresent(topic -> topics.put(name, topic));
        }
        return topics;
    }

    /** A topic that was deleted after it was listed is not there. */
    private static Optional<TopicState> topic(
            String name,
            Map<String, KafkaFuture<TopicDescription>> descriptions,
            Map<String, KafkaFuture<Config>> configs,
            Map<TopicPartition, PartitionReassignment> moving) {
        try {
            TopicDescription description = KafkaErrors.await(Objects.requireNonNull(descriptions.get(name)));
            List<PartitionState> partitions = new ArrayList<>();
            for (TopicPartitionInfo info : description.partitions()) {
                partitions.add(partition(info, moving.get(new TopicPartition(name, info.partition()))));
            }
            return Optional.of(new TopicState(
                    name, partitions, setOnTopic(KafkaErrors.await(Objects.requireNonNull(configs.get(name))))));
        } catch (UnknownTopicOrPartitionException gone) {
            return Optional.empty();
        }
    }

    private static PartitionState partition(TopicPartitionInfo info, @Nullable PartitionReassignment move) {
        List<Integer> replicas =
                new ArrayList<>(info.replicas().stream().map(node -> node.id()).toList());
        if (move != null) {
            replicas.removeAll(Set.copyOf(move.removingReplicas()));
        }
        return new PartitionState(replicas, move != null);
    }

    private static SortedMap<String, String> setOnTopic(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG && !entry.isReadOnly())
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value, (a, b) -> a, TreeMap::new));
    }

    /** Replicas on the move; needs a right that a plan can do without. */
    private Map<TopicPartition, PartitionReassignment> moving() {
        try {
            return KafkaErrors.await(connection
                    .admin()
                    .listPartitionReassignments(
                            new ListPartitionReassignmentsOptions().timeoutMs(connection.callLimit()))
                    .reassignments());
        } catch (ClusterAuthorizationException notAllowed) {
            return Map.of();
        }
    }
}
