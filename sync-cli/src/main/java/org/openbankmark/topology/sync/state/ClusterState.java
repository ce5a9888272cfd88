package org.openbankmark.topology.sync.state;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Kafka cluster as far as a plan needs it.
 *
 * @param brokers those that live, by id, with their racks where they have one
 * @param topics the topics that were asked for and exist
 * @param otherTopics names of all others that may be seen, internal ones left out
 * @param contents what would be lost with topics, where that was asked for
 * @param acls what the principals that were asked for are allowed; empty where the cluster has no authorizer or
 *     permissions are not to be looked at
 */
public record ClusterState(
        String clusterId,
        SortedMap<Integer, Optional<String>> brokers,
        SortedMap<String, TopicState> topics,
        SortedSet<String> otherTopics,
        SortedMap<String, TopicContents> contents,
        Optional<SortedSet<Acl>> acls) {

    public ClusterState {
        brokers = Collections.unmodifiableSortedMap(new TreeMap<>(brokers));
        topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
        otherTopics = Collections.unmodifiableSortedSet(new TreeSet<>(otherTopics));
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
        acls = acls.map(each -> Collections.unmodifiableSortedSet(new TreeSet<>(each)));
    }
}
