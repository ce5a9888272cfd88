package org.openbankmark.topology.runtime.delivery;

import java.util.concurrent.atomic.LongAdder;
import org.openbankmark.topology.runtime.consumer.ConsumerCounters;

/** Counts while a consumer runs. Thread-safe. */
public final class Counters {
    private final LongAdder handled = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();

    void handled(int records) {
        handled.add(records);
    }

    void retried() {
        retries.increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    /** The counts at this moment. */
    public ConsumerCounters snapshot() {
        return new ConsumerCounters(handled.sum(), retries.sum(), deadLettered.sum());
    }
}
