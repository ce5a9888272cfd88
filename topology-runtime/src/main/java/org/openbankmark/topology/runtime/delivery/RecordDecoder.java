package org.openbankmark.topology.runtime.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openbankmark.topology.runtime.consumer.Received;

/**
 * Makes typed records of bytes. Called by one thread.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface RecordDecoder<T> {

    /**
     * Decodes a record.
     *
     * @throws org.openbankmark.topology.runtime.serde.UnreadableRecordException if no later attempt can read it either
     * @throws RuntimeException anything else: a later attempt may succeed, as when the registry does not answer
     */
    Received<T> decode(ConsumerRecord<byte[], byte[]> raw);
}
