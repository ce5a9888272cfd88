package org.openbankmark.bank.operations.log;

/** The fields of log events, so that all services call the same thing by the same name. */
public final class LogField {
    /** A Kafka topic. */
    public static final String TOPIC = "topic";
    /** A partition of it. */
    public static final String PARTITION = "partition";
    /** The place in the partition. */
    public static final String OFFSET = "offset";
    /** The id of a command and its reply. */
    public static final String ID = "id";

    private LogField() {}
}
