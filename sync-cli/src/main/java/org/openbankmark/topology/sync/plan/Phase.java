package org.openbankmark.topology.sync.plan;

/** The order of doing. A level is loosened before a schema that needs it, and tightened after. */
public enum Phase {
    LEVEL_BEFORE,
    SCHEMA,
    LEVEL_AFTER,
    TOPIC_CREATED,
    CONFIG,
    PARTITIONS,
    REPLICAS,
    /** Settings that would stop writes if they came before the replicas they count on. */
    CONFIG_AFTER_REPLICAS,
    ACL_ADDED,
    ACL_REMOVED,
    TOPIC_DELETED,
    VERSIONS_DELETED,
    SUBJECT_DELETED
}
