package org.openbankmark.topology.runtime.consumer;

import java.util.List;

/**
 * Handles the records of one poll together, for those who write them in one transaction.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface BatchHandler<T> {

    /**
     * Handles a batch: never empty, each partition's records in order. When it returns, all of them count as handled.
     *
     * @throws Exception what went wrong with the batch as a whole; it is tried again as a whole, and if it keeps failing,
     *     in batches of one, so that one bad record stops no others
     */
    void handle(List<Received<T>> batch) throws Exception;
}
