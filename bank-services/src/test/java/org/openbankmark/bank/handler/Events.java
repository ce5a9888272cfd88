package org.openbankmark.bank.handler;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.topology.runtime.settings.Settings;

/** All that readers of what is committed see of the bank, from the start. */
final class Events implements AutoCloseable {
    final List<BalanceChanged> balances = new CopyOnWriteArrayList<>();
    final List<UUID> confirmed = new CopyOnWriteArrayList<>();
    final List<MoneyTransferFailed> failed = new CopyOnWriteArrayList<>();
    final List<AccountCreationConfirmed> accounts = new CopyOnWriteArrayList<>();
    private final BankClients clients;

    Events(Settings settings) {
        clients = BankClients.connect(settings);
        // A group for each, so that none waits for another's rebalance.
        Supplier<String> group = () -> "events-" + UUID.randomUUID();
        clients.balanceChangedConsumer()
                .group(group.get())
                .batchHandler(batch -> balances.addAll(
                        batch.stream().map(received -> received.value()).toList()))
                .start();
        clients.moneyTransferConfirmedConsumer()
                .group(group.get())
                .batchHandler(batch -> confirmed.addAll(batch.stream()
                        .map(received -> received.value())
                        .map(MoneyTransferConfirmed::getId)
                        .toList()))
                .start();
        clients.moneyTransferFailedConsumer()
                .group(group.get())
                .handler(received -> failed.add(received.value()))
                .start();
        clients.accountCreationConfirmedConsumer()
                .group(group.get())
                .handler(received -> accounts.add(received.value()))
                .start();
    }

    BankClients clients() {
        return clients;
    }

    int replies() {
        return confirmed.size() + failed.size();
    }

    @Override
    public void close() {
        clients.close();
    }
}
