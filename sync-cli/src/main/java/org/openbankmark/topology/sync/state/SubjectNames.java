package org.openbankmark.topology.sync.state;

import java.util.regex.Pattern;

/** Whose a subject is, by Confluent's TopicNameStrategy and TopicRecordNameStrategy. */
public final class SubjectNames {
    /** After the topic's name and a dash: {@code value}, {@code key}, or a record's name with its namespace. */
    private static final Pattern REST = Pattern.compile("value|key|[A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)+");

    private SubjectNames() {}

    /**
     * Whether a subject is a topic's. {@code orders-eu-value} is not of topic {@code orders} but of {@code orders-eu}: neither
     * strategy leaves a dash in what follows the topic's name.
     */
    public static boolean isOf(String topic, String subject) {
        return subject.startsWith(topic + "-")
                && REST.matcher(subject.substring(topic.length() + 1)).matches();
    }
}
