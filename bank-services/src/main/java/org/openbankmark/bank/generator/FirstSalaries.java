package org.openbankmark.bank.generator;

import io.micrometer.core.instrument.Counter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.operations.Retries;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.Received;

/** Asks for a salary for each new AUTO account. */
record FirstSalaries(Function<ConfirmMoneyTransfer, ? extends CompletableFuture<?>> send, ZoneId zone, Counter sent)
        implements BatchHandler<AccountCreationConfirmed> {

    @Override
    public void handle(List<Received<AccountCreationConfirmed>> batch) throws Exception {
        List<CompletableFuture<?>> sends = new ArrayList<>(batch.size());
        for (Received<AccountCreationConfirmed> record : batch) {
            AccountCreationConfirmed opened = record.value();
            if (opened.getAType() == Atype.AUTO) {
                sends.add(
                        send.apply(Customers.firstSalary(opened.getId(), opened.getIban(), record.timestamp(), zone)));
            }
        }
        Retries.await(sends);
        sent.increment(sends.size());
    }
}
