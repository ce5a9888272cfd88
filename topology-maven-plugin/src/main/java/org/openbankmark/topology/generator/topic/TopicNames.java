package org.openbankmark.topology.generator.topic;

import org.openbankmark.topology.generator.java.JavaType.ClassName;

/**
 * What a topic is called in Java.
 *
 * @param base what the names of its classes begin with: {@code BalanceChanged}
 * @param topics the class with the constants of all topics
 * @param constant the topic's constant in it
 * @param property the first part of the methods that hand out its clients: {@code balanceChanged}
 * @param value what its records are: the record, or the event interface of several
 * @param event the sealed interface over its types; of no meaning for a topic of one type
 * @param handler its methods are one for each type; of no meaning for a topic of one type
 * @param reply the sealed interface over the replies; of no meaning for a topic without replies
 * @param requests sends commands and waits; of no meaning for a topic without replies
 */
public record TopicNames(
        String base,
        ClassName topics,
        String constant,
        String property,
        ClassName value,
        ClassName producer,
        ClassName consumer,
        ClassName event,
        ClassName handler,
        ClassName reply,
        ClassName requests) {}
