package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.openbankmark.topology.sync.state.GroupUse;

/**
 * Reads which groups have offsets in topics: consumer groups of the classic and of the newer protocol, Streams groups and share
 * groups. Groups of other kinds, such as those of Connect's workers, read no topics under their own name.
 */
final class GroupsReader {
    private final Connection connection;

    GroupsReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * By topic: its groups, in the order of their names.
     *
     * @param end the end of each partition of these topics, as far as it is known
     */
    Map<String, List<GroupUse>> read(Set<String> topics, Map<TopicPartition, Long> end) {
        Map<String, ListConsumerGroupOffsetsSpec> consuming = new TreeMap<>();
        Map<String, ListShareGroupOffsetsSpec> sharing = new TreeMap<>();
        // Without a filter on types, which brokers of before 3.8 do not know.
        for (GroupListing group : KafkaErrors.await(connection
                .admin()
                .listGroups(new ListGroupsOptions().timeoutMs(connection.callLimit()))
                .all())) {
            GroupType type = group.type().orElse(GroupType.CLASSIC);
            if (type == GroupType.SHARE) {
                sharing.put(group.groupId(), new ListShareGroupOffsetsSpec());
            } else if (type == GroupType.CONSUMER || type == GroupType.STREAMS || isClassicConsumer(type, group)) {
                consuming.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
            }
        }
        SortedMap<String, Map<TopicPartition, Long>> lags = new TreeMap<>();
        if (!consuming.isEmpty()) {
            lags.putAll(consumed(consuming, topics, end));
        }
        if (!sharing.isEmpty()) {
            lags.putAll(shared(sharing, topics, end));
        }
        Map<String, List<GroupUse>> uses = new HashMap<>();
        lags.forEach((group, ofGroup) -> {
            Map<String, Long> byTopic = new TreeMap<>();
            ofGroup.forEach((partition, lag) -> byTopic.merge(partition.topic(), lag, Long::sum));
            byTopic.forEach((topic, lag) ->
                    uses.computeIfAbsent(topic, name -> new ArrayList<>()).add(new GroupUse(group, lag)));
        });
        return uses;
    }

    /** Also of one that has only committed offsets, which has no protocol. */
    private static boolean isClassicConsumer(GroupType type, GroupListing group) {
        return type == GroupType.CLASSIC
                && (group.protocol().isEmpty() || group.protocol().equals("consumer"));
    }

    /** Of consumer groups and of Streams groups, which commit in the same way. */
    private Map<String, Map<TopicPartition, Long>> consumed(
            Map<String, ListConsumerGroupOffsetsSpec> groups, Set<String> topics, Map<TopicPartition, Long> end) {
        Map<String, Map<TopicPartition, Long>> lags = new HashMap<>();
        KafkaErrors.await(connection
                        .admin()
                        .listConsumerGroupOffsets(
                                groups, new ListConsumerGroupOffsetsOptions().timeoutMs(connection.callLimit()))
                        .all())
                .forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
                    if (topics.contains(partition.topic()) && offset != null) {
                        long known = end.getOrDefault(partition, offset.offset());
                        lags.computeIfAbsent(group, name -> new HashMap<>())
                                .put(partition, Math.max(0, known - offset.offset()));
                    }
                }));
        return lags;
    }

    private Map<String, Map<TopicPartition, Long>> shared(
            Map<String, ListShareGroupOffsetsSpec> groups, Set<String> topics, Map<TopicPartition, Long> end) {
        Map<String, Map<TopicPartition, Long>> lags = new HashMap<>();
        KafkaErrors.await(connection
                        .admin()
                        .listShareGroupOffsets(
                                groups, new ListShareGroupOffsetsOptions().timeoutMs(connection.callLimit()))
                        .all())
                .forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
                    if (topics.contains(partition.topic()) && offset != null) {
                        // One that has not yet begun has no offset; by default it begins at the end.
                        long known = end.getOrDefault(partition, offset.startOffset());
                        long start = offset.startOffset() < 0 ? known : offset.startOffset();
                        lags.computeIfAbsent(group, name -> new HashMap<>())
                                .put(partition, offset.lag().orElse(Math.max(0, known - start)));
                    }
                }));
        return lags;
    }
}
