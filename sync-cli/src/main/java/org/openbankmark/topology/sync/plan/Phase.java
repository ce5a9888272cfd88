package org.openbankmark.topology.sync.plan;

/** The order of doing. A level is loosened before a schema that needs it, and tightened after. */
public enum Phase {
    LEVEL_BEFORE("subject"),
    SCHEMA("subject"),
    LEVEL_AFTER("subject"),
    TOPIC_CREATED("topic"),
    CONFIG("topic"),
    PARTITIONS("topic"),
    REPLICAS("topic"),
    /** Settings that would stop writes if they came before the replicas they count on. */
    CONFIG_AFTER_REPLICAS("topic"),
    ACL_ADDED("acl"),
    ACL_REMOVED("acl"),
    TOPIC_DELETED("topic"),
    VERSIONS_DELETED("subject"),
    SUBJECT_DELETED("subject");

    private final String about;

    Phase(String about) {
        this.about = about;
    }

    /** What kind of thing its changes are about, in a word: topic, subject, acl. */
    public String about() {
        return about;
    }
}
