package org.openbankmark.bank.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.topology.runtime.settings.Settings;

/** All that readers of what is committed see of the bank, from the start. */
final class Events implements AutoCloseable {
    private static final long COMPANY_START = 100_000_000_000_000_000L;

    final List<BalanceChanged> balances = Collections.synchronizedList(new ArrayList<>());
    final List<UUID> confirmed = Collections.synchronizedList(new ArrayList<>());
    final List<MoneyTransferFailed> failed = Collections.synchronizedList(new ArrayList<>());
    final List<AccountCreationConfirmed> accounts = Collections.synchronizedList(new ArrayList<>());
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

    /** The balances that the events give when each is applied to what those before it gave; each must say the same. */
    Map<String, Long> replayed() {
        Map<String, Long> replayed = new HashMap<>();
        Map<String, Long> sequences = new HashMap<>();
        replayed.put(Iban.COMPANY, COMPANY_START);
        List.copyOf(accounts).forEach(account -> replayed.put(account.getIban(), 0L));
        for (BalanceChanged changed : List.copyOf(balances)) {
            long balance = replayed.merge(changed.getIban(), changed.getChangedBy(), Long::sum);
            assertThat(changed.getNewBalance()).isEqualTo(balance);
            assertThat(changed.getSequence()).isEqualTo(sequences.merge(changed.getIban(), 1L, Long::sum));
        }
        return replayed;
    }

    @Override
    public void close() {
        clients.close();
    }
}
