package org.openbankmark.bank.generator;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.Heartbeat;
import org.openbankmark.bank.operations.Retries;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.Received;

/**
 * Sends one command for each beat. A batch counts as handled when all its commands are acknowledged; one that comes again,
 * after a crash or an outage, gives other commands.
 */
record CommandsForBeats(
        Customers customers,
        Function<ConfirmAccountCreation, ? extends CompletableFuture<?>> sendOpening,
        Function<ConfirmMoneyTransfer, ? extends CompletableFuture<?>> sendTransfer,
        Counter openings,
        Counter transfers)
        implements BatchHandler<Heartbeat> {

    @Override
    public void handle(List<Received<Heartbeat>> batch) throws Exception {
        List<CompletableFuture<?>> sends = new ArrayList<>(batch.size());
        int opened = 0;
        for (Received<Heartbeat> record : batch) {
            if (Customers.opensAccount(record.value().getBeat())) {
                sends.add(sendOpening.apply(customers.opening()));
                opened++;
            } else {
                sends.add(sendTransfer.apply(customers.transfer()));
            }
        }
        Retries.await(sends);
        openings.increment(opened);
        transfers.increment(batch.size() - opened);
    }
}
