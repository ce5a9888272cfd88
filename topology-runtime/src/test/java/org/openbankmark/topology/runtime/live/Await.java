package org.openbankmark.topology.runtime.live;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for conditions. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    /** Waits until the condition holds, and fails with the description and what was seen last. */
    public static void until(String description, Callable<Boolean> condition) {
        until(description, condition, () -> "");
    }

    public static void until(String description, Callable<Boolean> condition, Supplier<?> seen) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + description, interrupted);
            } catch (Exception notYet) {
                last = notYet;
            }
        }
        throw new AssertionError("not within " + LIMIT + ": " + description + " " + seen.get(), last);
    }
}
