package org.openbankmark.topology.sync.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.runtime.registry.SchemaNotRegisteredException;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;
import org.openbankmark.topology.sync.state.TopicState;

/** Holds what a program needs against what there is. */
public final class Verifier {

    private Verifier() {}

    /** Topics that are missing or have the wrong number of partitions. */
    public static List<Lack> topics(Needs needs, Map<String, TopicState> topics) {
        return needs.topics().stream()
                .flatMap(need -> topic(need, topics).stream())
                .toList();
    }

    /** Schemas that clients would not find. */
    public static List<Lack> schemas(Needs needs, SubjectsApi registry, Parallel parallel) {
        List<Map.Entry<String, Schema>> schemas = new ArrayList<>();
        needs.topics().forEach(need -> schemas.addAll(need.schemas().entrySet()));
        return parallel.map(schemas, entry -> schema(entry.getKey(), entry.getValue(), registry)).stream()
                .flatMap(Optional::stream)
                .toList();
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

    private static Optional<Lack> schema(String subject, Schema schema, SubjectsApi registry) {
        try {
            registry.idForClient(subject, schema);
            return Optional.empty();
        } catch (SchemaNotRegisteredException missing) {
            return Optional.of(new Lack(
                    "schema-missing",
                    subject,
                    missing.versions().isEmpty()
                            ? "the registry has no subject " + subject
                            : "subject " + subject + " has versions " + missing.versions()
                                    + ", and none is the schema that is needed"));
        }
    }
}
