package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = groups(topics);
        SortedMap<String, TopicContents> contents = new TreeMap<>();
        for (String topic : topics) {
            long records = partitions.stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .mapToLong(partition -> end.getOrDefault(partition, 0L) - first.getOrDefault(partition, 0L))
                    .sum();
            contents.put(topic, new TopicContents(records, uses(topic, groups, end)));
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

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> groups(Set<String> topics) {
        Collection<GroupListing> listings = KafkaErrors.await(connection
                .admin()
                .listGroups(ListGroupsOptions.forConsumerGroups())
                .all());
        Map<String, ListConsumerGroupOffsetsSpec> asked = new TreeMap<>();
        listings.forEach(group -> asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec()));
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> all = new TreeMap<>(KafkaErrors.await(connection
                .admin()
                .listConsumerGroupOffsets(
                        asked, new ListConsumerGroupOffsetsOptions().timeoutMs(connection.callLimit()))
                .all()));
        all.replaceAll((group, offsets) -> offsets.entrySet().stream()
                .filter(entry -> topics.contains(entry.getKey().topic()) && entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return all;
    }

    private static List<GroupUse> uses(
            String topic, Map<String, Map<TopicPartition, OffsetAndMetadata>> groups, Map<TopicPartition, Long> end) {
        List<GroupUse> uses = new ArrayList<>();
        groups.forEach((group, offsets) -> {
            List<Map.Entry<TopicPartition, OffsetAndMetadata>> here = offsets.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .toList();
            if (!here.isEmpty()) {
                uses.add(new GroupUse(
                        group,
                        here.stream()
                                .mapToLong(entry -> Math.max(
                                        0,
                                        end.getOrDefault(entry.getKey(), 0L)
                                                - entry.getValue().offset()))
                                .sum()));
            }
        });
        return uses;
    }
}
