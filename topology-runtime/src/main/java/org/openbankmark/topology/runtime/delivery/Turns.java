package org.openbankmark.topology.runtime.delivery;

import java.util.function.LongSupplier;

/**
 * Whose turn it is: partitions in trouble, whose attempts may each fail after many seconds, or the others. As long as a claim took
 * that failed again, so long the others come first: trouble takes at most half of the handler's time from them, however many
 * partitions are in it. Guarded by the lock of its {@link Backlog}.
 */
final class Turns {
    private final LongSupplier nanoTime;
    private long begun;
    private long othersUntil;

    Turns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.othersUntil = nanoTime.getAsLong();
    }

    /** A claim was handed out. */
    void begun() {
        begun = nanoTime.getAsLong();
    }

    /** It came back in trouble, and was in trouble when it was handed out. */
    void failedAgain() {
        long now = nanoTime.getAsLong();
        othersUntil = now + (now - begun);
    }

    boolean othersFirst() {
        return othersUntil - nanoTime.getAsLong() > 0;
    }
}
