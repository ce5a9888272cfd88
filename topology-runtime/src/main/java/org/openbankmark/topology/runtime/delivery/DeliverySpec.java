package org.openbankmark.topology.runtime.delivery;

import java.util.Optional;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;

/**
 * What delivery needs to know beside the handler.
 *
 * @param deadLetters where what cannot be handled goes; empty: it stops the consumer
 * @param <T> the record
 */
public record DeliverySpec<T>(
        RecordDecoder<T> decoder, Optional<DeadLetters> deadLetters, RetryPolicy retry, Schedules schedules) {}
