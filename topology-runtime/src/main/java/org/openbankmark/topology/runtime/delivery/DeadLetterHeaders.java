package org.openbankmark.topology.runtime.delivery;

/**
 * Headers that a dead letter carries beside those of the original record. All values are UTF-8 text. Where a dead letter
 * is dead-lettered once more, the last header of a name is the newest.
 */
public final class DeadLetterHeaders {
    /** The topic that the record came from. */
    public static final String TOPIC = "dead-letter.topic";
    /** Its partition there, decimal. */
    public static final String PARTITION = "dead-letter.partition";
    /** Its offset there, decimal. */
    public static final String OFFSET = "dead-letter.offset";
    /** Its timestamp there, ISO-8601 in UTC. */
    public static final String TIMESTAMP = "dead-letter.timestamp";
    /** The class of the exception that the last attempt ended with. */
    public static final String EXCEPTION = "dead-letter.exception";
    /** The message of that exception, at most 2,000 characters; empty for none. */
    public static final String MESSAGE = "dead-letter.message";
    /** The consumer group that gave the record up. */
    public static final String GROUP = "dead-letter.group";
    /** How often its handler was called with the record, decimal; 0 for an unreadable one. */
    public static final String ATTEMPTS = "dead-letter.attempts";

    private DeadLetterHeaders() {}
}
