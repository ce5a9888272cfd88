package org.openbankmark.bank.graphql.client;

import java.util.concurrent.Callable;

/** Waits for a condition, never for time. */
public final class Patience {
    private static final long LIMIT_SECONDS = 60;

    private Patience() {}

    public static void until(String condition, Callable<Boolean> met) throws Exception {
        long end = System.nanoTime() + LIMIT_SECONDS * 1_000_000_000L;
        while (!met.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + LIMIT_SECONDS + " s: " + condition);
            }
            Thread.sleep(20);
        }
    }
}
