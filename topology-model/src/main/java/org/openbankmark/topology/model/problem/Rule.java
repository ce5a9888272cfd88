package org.openbankmark.topology.model.problem;

import java.util.Locale;

/** The rules of the topology format. Ids are stable; each stands in {@code docs/topology-format.md}. */
public enum Rule {
    // Files and YAML
    UNREADABLE_FILE,
    NOT_UTF8,
    BYTE_ORDER_MARK,
    TOO_LARGE,
    TOO_DEEP,
    ALIAS_BOMB,
    TAB,
    SEVERAL_DOCUMENTS,
    EMPTY_FILE,
    YAML_SYNTAX,
    YAML_TAG,
    RECURSIVE_ANCHOR,
    MERGE_KEY,
    DUPLICATE_KEY,
    // Shape
    WRONG_SHAPE,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
    DUPLICATE_ITEM,
    // Several files
    IMPORT_PATH,
    IMPORT_CYCLE,
    SCHEMA_PATH,
    INVALID_SCHEMA,
    // Names
    INVALID_NAME,
    INVALID_TOPIC_NAME,
    NAME_COLLISION,
    // Types
    TYPE_SYNTAX,
    UNKNOWN_TYPE,
    AMBIGUOUS_TYPE,
    TYPE_CYCLE,
    INFINITE_RECORD,
    INVALID_UNION,
    INVALID_DECIMAL,
    INVALID_FIXED,
    INVALID_ENUM,
    INVALID_DEFAULT,
    INVALID_ALIAS,
    // Topics
    TOPIC_TYPE,
    OUT_OF_RANGE,
    UNKNOWN_CONFIG,
    INVALID_CONFIG,
    INVALID_KEY,
    KEY_NEEDED,
    UNKNOWN_TOPIC,
    INVALID_REPLY,
    INVALID_DEAD_LETTER,
    // Services, GraphQL, environments
    INVALID_SERVICE,
    INVALID_GRAPHQL,
    UNKNOWN_ENVIRONMENT;

    /** The id as people see it, such as {@code unknown-type}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
