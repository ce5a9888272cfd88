package org.openbankmark.topology.sync.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;
import org.openbankmark.topology.sync.state.TopicState;

/** Holds what a program needs against what there is. */
public final class Verifier {

    private Verifier() {}

    /** All that is missing. */
    public static List<Lack> lacks(
            Needs needs, Map<String, TopicState> topics, SubjectsApi registry, Parallel parallel) {
        List<Lack> lacks = new ArrayList<>();
        List<Map.Entry<String, String>> schemas = new ArrayList<>();
        for (Need need : needs.topics()) {
            topic(need, topics).ifPresent(lacks::add);
            schemas.addAll(need.schemas().entrySet());
        }
        for (Optional<Lack> lack : parallel.map(schemas, entry -> schema(entry.getKey(), entry.getValue(), registry))) {
            lack.ifPresent(lacks::add);
        }
        return lacks;
    }

    private static Optional<Lack> topic(Need need, Map<String, TopicState> topics) {
        TopicState found = topics.get(need.topic());
        if (found == null) {
            return Optional.of(new Lack("topic-missing", need.topic(), "there is no topic " + need.topic()));
        }
        int partitions = found.partitions().size();
        boolean wrong = need.keyed() ? partitions != need.partitions() : partitions < need.partitions();
        return wrong
                ? Optional.of(new Lack(
                        "partition-count",
                        need.topic(),
                        need.topic() + " has " + partitions + " partitions, and " + need.partitions()
                                + " are counted on" + (need.keyed() ? ": keys go to other partitions" : "")))
                : Optional.empty();
    }

    private static Optional<Lack> schema(String subject, String schema, SubjectsApi registry) {
        if (registry.find(subject, schema).isPresent()) {
            return Optional.empty();
        }
        List<Integer> versions = registry.versions(subject);
        return Optional.of(new Lack(
                "schema-missing",
                subject,
                versions.isEmpty()
                        ? "the registry has no subject " + subject
                        : "subject " + subject + " has versions " + versions
                                + ", and none is the schema that is needed"));
    }
}
