package org.openbankmark.topology.bench.clients;

/** A producer and a consumer of one topic, ready. */
interface Pipe extends AutoCloseable {

    /** Sends so many messages; returns when the last is handed over, not yet acknowledged. */
    void send(int count);

    /** How many its consumer has handled since it was made. */
    long handled();

    /** Why a message could not be sent or read: thrown as it is. */
    void requireHealthy();

    @Override
    void close();
}
