package org.openbankmark.topology.runtime.consumer;

import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * All that a consumer was asked to do. Exactly one of the handlers is there.
 *
 * @param deletionHandler takes records without a value; where it is empty such a record cannot be handled
 * @param deadLetter the topic for what could not be handled; empty: such a record stops the consumer
 * @param maxBatch most records handed to a batch handler at once
 * @param settings Kafka consumer settings of this consumer alone, over those of the connection
 * @param <T> the record
 */
public record ConsumerSpec<T>(
        Topic<T> topic,
        String group,
        Optional<RecordHandler<T>> handler,
        Optional<BatchHandler<T>> batchHandler,
        Optional<DeletionHandler> deletionHandler,
        RetryPolicy retry,
        Optional<String> deadLetter,
        int maxBatch,
        Map<String, String> settings) {

    /** Of a consumer that takes no deletions. */
    public ConsumerSpec(
            Topic<T> topic,
            String group,
            Optional<RecordHandler<T>> handler,
            Optional<BatchHandler<T>> batchHandler,
            RetryPolicy retry,
            Optional<String> deadLetter,
            int maxBatch,
            Map<String, String> settings) {
        this(topic, group, handler, batchHandler, Optional.empty(), retry, deadLetter, maxBatch, settings);
    }

    /** @throws IllegalArgumentException if a batch is to hold less than one record, or dead letters go where they came from */
    public ConsumerSpec {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("the consumer of " + topic + " cannot take batches of " + maxBatch
                    + " records: maxBatch is from 1");
        }
        if (deadLetter.filter(topic.name()::equals).isPresent()) {
            throw new IllegalArgumentException("the dead letters of " + topic
                    + " cannot go to the topic itself, where they would come again for ever: name another topic");
        }
        settings = Map.copyOf(settings);
    }
}
