package org.openbankmark.topology.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbankmark.topology.model.type.RecordType;

/**
 * A topic.
 *
 * @param types what its values are; more than one only with {@link SubjectStrategy#TOPIC_RECORD_NAME}; none for a
 *     topic of raw bytes, which only dead-letter topics are
 * @param partitions above 0
 * @param replicas above 0; as wished, a small cluster may have fewer
 * @param config Kafka's topic settings by their own names, as set here; the broker's defaults are not among them
 * @param replies names of the topics that answer the commands in this one; empty for events
 * @param deadLetter name of the topic that takes what consumers could not handle
 * @param deprecated why, and what to use instead
 * @param preventDelete whether sync-cli must never delete it
 * @param declared false for a dead-letter topic that is only named by others
 * @param path its place in the structure of its file, such as {@code topics.balance_changed}
 */
public record Topic(
        String name,
        List<RecordType> types,
        SubjectStrategy subjectStrategy,
        int partitions,
        int replicas,
        KeySpec key,
        SortedMap<String, String> config,
        Compatibility compatibility,
        List<String> replies,
        Optional<String> deadLetter,
        Optional<String> doc,
        Optional<String> deprecated,
        boolean preventDelete,
        boolean declared,
        Location location,
        String path) {

    public Topic {
        types = List.copyOf(types);
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        replies = List.copyOf(replies);
    }

    /** Whether its values are bytes without a schema. */
    public boolean isRaw() {
        return types.isEmpty();
    }

    /** Whether Kafka keeps the last record of each key, and removes a key after a record without a value. */
    public boolean isCompacted() {
        return Arrays.stream(config.getOrDefault("cleanup.policy", "").split(","))
                .anyMatch(policy -> policy.strip().equals("compact"));
    }

    /** The registry's subject for one of its types. */
    public String subject(RecordType type) {
        return subjectStrategy.subject(name, type);
    }
}
