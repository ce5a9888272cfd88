package org.openbankmark.topology.model.type;

/** The logical types of the topology format; see "Logical Types" in the Avro specification. */
public enum LogicalKind {
    UUID,
    DECIMAL,
    DATE,
    TIME_MILLIS,
    TIME_MICROS,
    TIMESTAMP_MILLIS,
    TIMESTAMP_MICROS,
    LOCAL_TIMESTAMP_MILLIS,
    LOCAL_TIMESTAMP_MICROS
}
