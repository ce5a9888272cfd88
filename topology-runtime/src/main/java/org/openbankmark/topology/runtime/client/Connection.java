package org.openbankmark.topology.runtime.client;

import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * What generated clients stand on: a Kafka cluster with its schema registry, or an in-memory stand-in. Safe for use by
 * several threads.
 *
 * <p>Each method checks what it needs (the topic exists, its schemas are registered) before it returns, and throws a
 * {@link StartException} that names what is missing and how to mend it.
 */
public interface Connection extends AutoCloseable {

    /** A sender for a topic; the same one when asked again. All senders of a connection share one Kafka producer. */
    <T> RecordSender<T> sender(Topic<T> topic);

    /** Starts a consumer. */
    <T> ConsumerControl consume(ConsumerSpec<T> spec);

    /** Starts a channel that sends commands and matches their replies. */
    <C, R> RequestChannel<C, R> requests(RequestSpec<C, R> spec);

    /** Starts to read a topic's records as they come, from its end, without a group; what is written from now on is seen. */
    <T> Tail tail(TailSpec<T> spec);

    /**
     * Stops all consumers gracefully; what their handlers use for the record at hand, requests and senders, works as long. Then
     * stops channels and tails, and sends what is still buffered.
     */
    @Override
    void close();
}
