package org.openbankmark.bank.handler.outbox;

import java.util.List;

/**
 * What the relay sends in one Kafka transaction.
 *
 * @param number counts from 1; Kafka keeps the last one that was committed
 * @param contents of the rows, in order
 */
record SealedBatch(long number, List<String> contents) {
    boolean isEmpty() {
        return contents.isEmpty();
    }

    /** Without its contents, which may hold tokens. */
    @Override
    public String toString() {
        return "SealedBatch[" + number + ", " + contents.size() + " rows]";
    }
}
