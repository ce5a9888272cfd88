package org.openbankmark.topology.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.type.NamedType;

/**
 * A whole Kafka system as its file describes it: checked, linked, immutable, safe for use by several threads.
 *
 * <p>Lists keep the order of the file, so that what is made from them is the same on every machine.
 *
 * @param name names the generated entry classes; lower-case words joined by dashes
 * @param namespace of the records defined here
 * @param types all named types: records, enums and fixed, imported ones too
 * @param topics declared ones first, then the dead-letter topics that are only named
 * @param environments all that the file has, beside the one that was laid over it
 * @param source the main file as the user named it
 * @param inputs all files that were read, the main one first, and then the folders in which a pattern looked for files
 * @param fingerprint hex SHA-256 over the meaning of the topology; layout, comments and the order of keys do not count
 */
public record Topology(
        String name,
        String namespace,
        Optional<String> doc,
        List<NamedType> types,
        List<Topic> topics,
        List<Service> services,
        GraphQl graphql,
        List<Environment> environments,
        String source,
        List<Path> inputs,
        String fingerprint) {

    public Topology {
        types = List.copyOf(types);
        topics = new TopicList(topics);
        services = List.copyOf(services);
        environments = List.copyOf(environments);
        inputs = List.copyOf(inputs);
    }

    /** The topic of that name. */
    public Optional<Topic> topic(String topicName) {
        return topics instanceof TopicList index ? index.named(topicName) : Optional.empty();
    }
}
