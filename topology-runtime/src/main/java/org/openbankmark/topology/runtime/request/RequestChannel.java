package org.openbankmark.topology.runtime.request;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends commands and gives each its reply. Safe for use by several threads.
 *
 * @param <C> the command
 * @param <R> what its replies have in common
 */
public interface RequestChannel<C, R> extends AutoCloseable {

    /**
     * Sends a command.
     *
     * @return its reply; exceptionally a {@link java.util.concurrent.TimeoutException} when none came in time, a
     *     {@link java.util.concurrent.RejectedExecutionException} when too many wait already, an {@link AlreadyPendingException} when
     *     one with the same key does, or why it could not be sent
     */
    CompletableFuture<R> send(C command);

    /** Commands that wait for their reply. */
    int pending();

    /**
     * Why no replies are read now; empty while they are. Refused credentials or permissions are tried again without end, so what
     * is sent after they were granted gets its reply. Any other fault stays, and fails all that is sent. A channel that reads no
     * replies, such as one in a test, has none.
     */
    default Optional<Throwable> failure() {
        return Optional.empty();
    }

    /** Fails what still waits, and stops. Idempotent. */
    @Override
    void close();
}
