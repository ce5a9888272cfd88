package org.openbankmark.bank.handler;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for what happens by itself. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Patience() {}

    /**
     * Waits until something is so.
     *
     * @throws AssertionError when it is not within a minute
     */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time: " + what);
            }
            Thread.sleep(20);
        }
    }
}
