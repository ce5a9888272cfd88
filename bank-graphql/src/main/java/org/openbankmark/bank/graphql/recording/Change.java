package org.openbankmark.bank.graphql.recording;

import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.topology.runtime.consumer.Received;

/**
 * An event with what names it: the IBAN and the number of the change. An event from before changes were counted has no number,
 * and is named by its place in the topic instead, as a number below 0.
 */
record Change(BalanceChanged event, long sequence) {

    static Change of(Received<BalanceChanged> received) {
        long sequence = received.value().getSequence();
        return new Change(received.value(), sequence > 0 ? sequence : -1 - received.offset());
    }

    String iban() {
        return storable(event.getIban());
    }

    String fromTo() {
        return storable(event.getFromTo());
    }

    String description() {
        return storable(event.getDescription());
    }

    /** As it is in the table. */
    Transaction as(long id) {
        return new Transaction(id, iban(), event.getNewBalance(), event.getChangedBy(), fromTo(), description());
    }

    /** PostgreSQL's text has no character 0. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
