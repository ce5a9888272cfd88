package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.openbankmark.topology.sync.state.GroupUse;
import org.openbankmark.topology.sync.state.TopicContents;

/** Reads what would be lost with topics: records, and the groups that read them. */
final class ContentsReader {
    private final Connection connection;

    ContentsReader(Connection connection) {
        this.connection = connection;
    }

    SortedMap<String, TopicContents> read(SortedSet<String> topics) {
        if (topics.isEmpty()) {
            return new TreeMap<>();
        }
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Map<String, List<GroupUse>> groups = new GroupsReader(connection).read(end);
        SortedMap<String, TopicContents> contents = new TreeMap<>();
        for (String topic : topics) {
            long records = partitions.stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .mapToLong(partition -> end.getOrDefault(partition, 0L) - first.getOrDefault(partition, 0L))
                    .sum();
            contents.put(topic, new TopicContents(records, groups.getOrDefault(topic, List.of())));
        }
        return contents;
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        Map<String, TopicDescription> descriptions = KafkaErrors.await(connection
                .admin()
                .describeTopics(topics, new DescribeTopicsOptions().timeoutMs(connection.callLimit()))
                .allTopicNames());
        List<TopicPartition> partitions = new ArrayList<>();
        descriptions.values().forEach(description -> description
                .partitions()
                .forEach(info -> partitions.add(new TopicPartition(description.name(), info.partition()))));
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, ListOffsetsResultInfo> found = KafkaErrors.await(connection
                .admin()
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(each -> each, each -> which)),
                        new ListOffsetsOptions().timeoutMs(connection.callLimit()))
                .all());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
