package org.openbankmark.topology.runtime.consumer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A running consumer as seen from outside. Safe for use by several threads. */
public interface ConsumerControl extends AutoCloseable {

    /** What it is doing. */
    ConsumerState state();

    /** Why it is {@link ConsumerState#FAILED}. */
    Optional<Throwable> failure();

    /** Records behind the end of its partitions, as of the last poll; empty before the first assignment. */
    java.util.OptionalLong lag();

    /** What it has done since it started. */
    ConsumerCounters counters();

    /** Completes when it has stopped: normally once closed, exceptionally once failed. */
    CompletableFuture<Void> stopped();

    /** Finishes the record or batch at hand, commits, leaves the group. Waits at most 30 s; idempotent. */
    @Override
    void close();

    /** As {@link #close()} with a limit of its own; whatever is not done by then is interrupted and stays uncommitted. */
    void close(Duration limit);
}
