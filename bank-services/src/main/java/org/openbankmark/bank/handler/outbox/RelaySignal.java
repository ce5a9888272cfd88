package org.openbankmark.bank.handler.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process without a way round by the database. Thread-safe. */
public final class RelaySignal {
    private final Semaphore written = new Semaphore(0);
    private volatile boolean here;

    boolean relayIsHere() {
        return here;
    }

    void relayIsHere(boolean active) {
        here = active;
    }

    void wake() {
        if (written.availablePermits() == 0) {
            written.release();
        }
    }

    /** Whether it was woken within the time. */
    boolean await(long millis) throws InterruptedException {
        boolean woken = written.tryAcquire(millis, TimeUnit.MILLISECONDS);
        written.drainPermits();
        return woken;
    }
}
