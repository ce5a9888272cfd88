package org.openbankmark.topology.runtime.tail;

/** A running reader of a topic's new records. Thread-safe. */
public interface Tail extends AutoCloseable {

    /** Stops. Idempotent. */
    @Override
    void close();
}
