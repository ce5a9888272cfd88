package org.openbankmark.topology.runtime.consumer;

/**
 * Handles one record at a time, in the order of its partition.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface RecordHandler<T> {

    /**
     * Handles a record. When it returns, the record counts as handled and its offset may be committed.
     *
     * @throws Exception what went wrong; whether it is tried again is up to the consumer's {@link RetryPolicy}
     */
    void handle(Received<T> record) throws Exception;
}
