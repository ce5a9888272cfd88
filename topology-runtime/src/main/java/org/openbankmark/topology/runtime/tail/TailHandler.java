package org.openbankmark.topology.runtime.tail;

import org.openbankmark.topology.runtime.consumer.Received;

/**
 * Takes what a {@link Tail} reads. Called by one thread at a time; must neither block nor throw, since all partitions wait
 * for it.
 *
 * @param <T> the record
 */
public interface TailHandler<T> {

    /** A record; those of one partition come in order. */
    void received(Received<T> record);

    /** Records are passed over, because one cannot be read or too many wait for the registry. Reading goes on behind them. */
    void missed(Throwable cause);

    /** Reading has stopped for good. */
    void failed(Throwable cause);
}
