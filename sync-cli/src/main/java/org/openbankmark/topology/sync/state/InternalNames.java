package org.openbankmark.topology.sync.state;

import java.util.Set;

/** Topics and subjects that belong to Kafka, a registry or another tool, and that nobody else may change. */
public final class InternalNames {
    /** Where Apicurio keeps its schemas. */
    private static final Set<String> REGISTRY = Set.of("kafkasql-journal", "kafkasql-snapshots", "registry-events");

    private InternalNames() {}

    /** Whether by its name a topic is internal: a leading underscore, or one of a registry's own. */
    public static boolean isInternalTopic(String name) {
        return name.startsWith("_") || REGISTRY.contains(name);
    }

    /** Whether a name tells a context of Confluent's registry, as none of the own context does: {@code :.staging:orders-value}. */
    public static boolean isInAnotherContext(String subject) {
        return subject.startsWith(":");
    }

    /** Whether a subject belongs to an internal topic. */
    public static boolean isInternalSubject(String name) {
        return name.startsWith("_") || REGISTRY.stream().anyMatch(topic -> name.startsWith(topic + "-"));
    }
}
