package org.openbankmark.topology.runtime.producer;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends records to one topic. Safe for use by several threads.
 *
 * @param <T> the record
 */
public interface RecordSender<T> {

    /**
     * Sends a record, keyed as its topic says.
     *
     * @return completes when the brokers have it on all in-sync replicas; exceptionally when it could not be written,
     *     encoded or buffered. Never throws.
     */
    CompletableFuture<RecordMetadata> send(T record);

    /**
     * Sends a tombstone: a key without a value. Kafka removes the records of that key from a compacted topic some time after;
     * consumers are handed it as a {@link org.openbankmark.topology.runtime.consumer.Deletion}.
     *
     * @param key as the topic makes it of a record: the text of the key field, or of several joined by {@code Key.join}
     * @return as that of {@link #send}
     */
    CompletableFuture<RecordMetadata> delete(String key);

    /** Waits until all records sent before are acknowledged or have failed. */
    void flush();
}
