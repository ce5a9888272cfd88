package org.openbankmark.topology.sync.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.openbankmark.topology.sync.state.GroupUse;
import org.openbankmark.topology.sync.state.TopicContents;

/**
 * Reads what would be lost with topics: records, and the groups that read them. A partition whose leader is down is not waited
 * for: its topic can be deleted all the same.
 */
final class ContentsReader {
    private static final Duration LEADERS_ANSWER = Duration.ofSeconds(10);

    private final Connection connection;

    ContentsReader(Connection connection) {
        this.connection = connection;
    }

    /** Of those that are still there. */
    SortedMap<String, TopicContents> read(SortedSet<String> topics) {
        if (topics.isEmpty()) {
            return new TreeMap<>();
        }
        SortedMap<String, List<TopicPartitionInfo>> partitions = partitions(topics);
        List<TopicPartition> led = new ArrayList<>();
        partitions.forEach((topic, infos) -> infos.stream()
                .filter(info -> info.leader() != null && !info.leader().isEmpty())
                .forEach(info -> led.add(new TopicPartition(topic, info.partition()))));
        ListOffsetsResult firsts = offsets(led, OffsetSpec.earliest());
        ListOffsetsResult ends = offsets(led, OffsetSpec.latest());
        Map<TopicPartition, Long> first = answered(led, firsts);
        Map<TopicPartition, Long> end = answered(led, ends);
        Map<String, List<GroupUse>> groups = new GroupsReader(connection).read(partitions.keySet(), end);
        SortedMap<String, TopicContents> contents = new TreeMap<>();
        partitions.forEach((topic, infos) -> {
            long records = 0;
            SortedSet<Integer> uncounted = new TreeSet<>();
            for (TopicPartitionInfo info : infos) {
                Long from = first.get(new TopicPartition(topic, info.partition()));
                Long to = end.get(new TopicPartition(topic, info.partition()));
                if (from == null || to == null) {
                    uncounted.add(info.partition());
                } else {
                    records += to - from;
                }
            }
            contents.put(topic, new TopicContents(records, uncounted, groups.getOrDefault(topic, List.of())));
        });
        return contents;
    }

    private SortedMap<String, List<TopicPartitionInfo>> partitions(SortedSet<String> topics) {
        Map<String, KafkaFuture<TopicDescription>> descriptions = connection
                .admin()
                .describeTopics(topics, new DescribeTopicsOptions().timeoutMs(connection.callLimit()))
                .topicNameValues();
        SortedMap<String, List<TopicPartitionInfo>> partitions = new TreeMap<>();
        descriptions.forEach((topic, description) -> {
            try {
                partitions.put(topic, KafkaErrors.await(description).partitions());
            } catch (UnknownTopicOrPartitionException gone) {
                // Someone else deleted it after it was listed, and nothing more is lost with it.
            }
        });
        return partitions;
    }

    private ListOffsetsResult offsets(List<TopicPartition> partitions, OffsetSpec which) {
        return connection
                .admin()
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(each -> each, each -> which)),
                        new ListOffsetsOptions().timeoutMs(connection.limit(LEADERS_ANSWER)));
    }

    private static Map<TopicPartition, Long> answered(List<TopicPartition> partitions, ListOffsetsResult answers) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                offsets.put(
                        partition,
                        KafkaErrors.await(answers.partitionResult(partition)).offset());
            } catch (RetriableException noLeader) {
                // Not counted, which the plan tells.
            }
        }
        return offsets;
    }
}
