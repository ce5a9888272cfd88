package org.openbankmark.topology.model;

import org.openbankmark.topology.model.type.RecordType;

/** How the registry's subject of a record in a topic is named; Confluent's own strategies. */
public enum SubjectStrategy {
    /** {@code <topic>-value}: topics of one type. */
    TOPIC_NAME {
        @Override
        public String subject(String topic, RecordType type) {
            return topic + "-value";
        }
    },
    /** {@code <topic>-<record's full name>}: topics of several types. */
    TOPIC_RECORD_NAME {
        @Override
        public String subject(String topic, RecordType type) {
            return topic + "-" + type.fullName();
        }
    };

    /** The subject under which the type's schema is registered for the topic. */
    public abstract String subject(String topic, RecordType type);
}
