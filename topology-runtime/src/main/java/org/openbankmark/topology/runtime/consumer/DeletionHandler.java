package org.openbankmark.topology.runtime.consumer;

/** Handles the deletions of a topic, one at a time, in their place among the records of their partition. */
@FunctionalInterface
public interface DeletionHandler {

    /**
     * Handles a deletion. When it returns, the deletion counts as handled and its offset may be committed.
     *
     * @throws Exception what went wrong; whether it is tried again is up to the consumer's {@link RetryPolicy}
     */
    void handle(Deletion deletion) throws Exception;
}
