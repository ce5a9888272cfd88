package org.openbankmark.topology.runtime.consumer;

import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * All that a consumer was asked to do. Exactly one of the handlers is there.
 *
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
        RetryPolicy retry,
        Optional<String> deadLetter,
        int maxBatch,
        Map<String, String> settings) {

    public ConsumerSpec {
        settings = Map.copyOf(settings);
    }
}
