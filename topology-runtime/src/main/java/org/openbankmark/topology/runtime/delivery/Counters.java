package org.openbankmark.topology.runtime.delivery;

import java.util.concurrent.atomic.AtomicLong;
import org.openbankmark.topology.runtime.consumer.ConsumerCounters;

/** Counts while a consumer runs: the handler's thread alone counts, any thread may look. */
public final class Counters {
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong deadLettered = new AtomicLong();

    void handled(int records) {
        add(handled, records);
    }

    void retried() {
        add(retries, 1);
    }

    void deadLettered() {
        add(deadLettered, 1);
    }

    /** The counts at this moment. */
    public ConsumerCounters snapshot() {
        return new ConsumerCounters(handled.get(), retries.get(), deadLettered.get());
    }

    /** By the only thread that writes; a fence for each record would cost more than the rest of counting it. */
    private static void add(AtomicLong count, int more) {
        count.lazySet(count.getPlain() + more);
    }
}
