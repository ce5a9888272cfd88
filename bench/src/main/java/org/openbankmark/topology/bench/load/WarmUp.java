package org.openbankmark.topology.bench.load;

import java.io.IOException;
import java.time.Duration;
import org.openbankmark.topology.bench.bank.LocalBank;

/** The load of a bank's first minutes, in which it compiles what it does; nothing of it is measured. */
final class WarmUp {
    private static final int BATCH = 100;
    private static final int WAIT_MILLIS = 100;
    private static final Duration TIME = Duration.ofSeconds(90);

    private WarmUp() {}

    /** Gives 1,000 messages a second for 90 s, and stops them. */
    static void of(LocalBank bank) throws IOException, InterruptedException {
        bank.pace(BATCH, WAIT_MILLIS);
        long end = System.nanoTime() + TIME.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(500); // the load lasts so long
        }
        bank.pace(0, WAIT_MILLIS);
    }
}
