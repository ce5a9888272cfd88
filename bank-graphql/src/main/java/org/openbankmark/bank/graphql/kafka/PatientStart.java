package org.openbankmark.bank.graphql.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.openbankmark.topology.runtime.client.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts what may not be there yet: brokers, registry or topics that come up at the same time as this process. */
final class PatientStart {
    private static final Logger LOG = LoggerFactory.getLogger(PatientStart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private PatientStart() {}

    /**
     * Tries until it starts.
     *
     * @throws StartException when a setting is wrong, at once; otherwise the last failure, after two minutes
     */
    static <T> T of(String what, Supplier<T> start) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return start.get();
            } catch (StartException notYet) {
                // A wrong setting is told without a cause.
                if (notYet.getCause() == null || System.nanoTime() > end) {
                    throw notYet;
                }
                LOG.atWarn().log("{} cannot be used yet, and is tried again: {}", what, notYet.getMessage());
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
