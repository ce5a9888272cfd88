package org.openbankmark.topology.sync.apply;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/**
 * Waits until what a controller has done is to be seen at the brokers too, which learn of it a moment later: so that a plan
 * made right after an apply is empty. What is not seen in time is done all the same.
 */
final class Visible {
    static final int LIMIT_MILLIS = 5_000;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 320;

    private Visible() {}

    static void await(BooleanSupplier seen) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        try {
            for (long pause = FIRST_PAUSE_MILLIS; !seen.getAsBoolean() && System.nanoTime() < end; ) {
                TimeUnit.MILLISECONDS.sleep(pause);
                // Brokers that are busy with thousands of topics are not to be kept from them by questions.
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        } catch (KafkaException notNow) {
            // The change itself was answered; who looks next will see it.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
