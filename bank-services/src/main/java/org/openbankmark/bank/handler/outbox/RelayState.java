package org.openbankmark.bank.handler.outbox;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the relay is doing, for health and metrics. Thread-safe. */
final class RelayState {
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean leading;
    private volatile @Nullable String problem = "has not begun";

    void waiting(Optional<String> problemOfOther) {
        leading = false;
        problem = problemOfOther.orElse(null);
    }

    void leading() {
        leading = true;
        problem = null;
    }

    void failed(String reason) {
        leading = false;
        problem = reason;
    }

    void depth(long events) {
        depth.set(events);
    }

    void sent(int events) {
        sent.addAndGet(events);
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    double isLeading() {
        return leading ? 1 : 0;
    }

    double depth() {
        return depth.get();
    }

    double sent() {
        return sent.get();
    }
}
