package org.openbankmark.topology.model.parse;

import java.util.List;

/** The keys of the format, mapping by mapping; {@code topology.schema.json} has the same. */
enum Grammar {
    TOPOLOGY(
            "topology",
            "namespace",
            "doc",
            "import",
            "schemas",
            "defaults",
            "types",
            "records",
            "topics",
            "services",
            "graphql",
            "environments"),
    /** What an imported file may hold. */
    IMPORTED("namespace", "doc", "import", "schemas", "types", "records"),
    DEFAULTS("partitions", "replicas", "compatibility", "config", "preventDelete"),
    TYPE("type", "secret", "doc"),
    ENUM("enum", "default", "doc", "aliases", "secret"),
    RECORD("doc", "aliases", "fields"),
    FIELD("type", "doc", "default", "aliases", "order", "secret"),
    TOPIC(
            "type",
            "key",
            "partitions",
            "replicas",
            "config",
            "compatibility",
            "replies",
            "deadLetter",
            "doc",
            "deprecated",
            "preventDelete"),
    SERVICE("consumes", "produces", "doc"),
    GRAPHQL("subscriptions", "mutations"),
    SUBSCRIPTION("filter"),
    ENVIRONMENT("partitions", "replicas", "compatibility", "config", "preventDelete", "topics"),
    OVERLAY("partitions", "replicas", "compatibility", "config", "preventDelete");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> keys;

    Grammar(String... keys) {
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }
}
