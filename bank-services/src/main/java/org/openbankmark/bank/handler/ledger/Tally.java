package org.openbankmark.bank.handler.ledger;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Counts what comes of a batch, and keeps its events in order. */
final class Tally {
    private final List<SpecificRecord> events = new ArrayList<>();
    private int confirmed;
    private int failed;
    private int repeated;
    private int redelivered;

    void confirmed() {
        confirmed++;
    }

    void failed() {
        failed++;
    }

    void repeated() {
        repeated++;
    }

    void redelivered() {
        redelivered++;
    }

    void tell(SpecificRecord event) {
        events.add(event);
    }

    List<SpecificRecord> events() {
        return events;
    }

    Handled handled() {
        return new Handled(confirmed, failed, repeated, redelivered, events.size());
    }
}
