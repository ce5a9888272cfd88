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

    /** Waits until all records sent before are acknowledged or have failed. */
    void flush();
}
