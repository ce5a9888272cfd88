package org.openbankmark.topology.runtime.delivery;

import java.util.Optional;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;

/**
 * What delivery needs to know beside the handler.
 *
 * @param deletions takes records without a value; empty: they cannot be handled
 * @param deadLetters where what cannot be handled goes; empty: it stops the consumer
 * @param <T> the record
 */
public record DeliverySpec<T>(
        RecordDecoder<T> decoder,
        Optional<Deletions> deletions,
        Optional<DeadLetters> deadLetters,
        RetryPolicy retry,
        Schedules schedules) {}
