package org.openbankmark.topology.bench.ledger;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.ConfirmMoneyTransferProducer;
import org.openbankmark.topology.runtime.settings.Settings;

/** Asks for transfers between any two of the accounts, as fast as Kafka takes them. */
final class TransferCommands implements AutoCloseable {
    private final BankClients clients;
    private final ConfirmMoneyTransferProducer producer;
    private final SeededAccounts accounts;
    private final Random random = new Random(42);

    TransferCommands(Settings settings, SeededAccounts accounts) {
        this.clients = BankClients.connect(settings);
        this.producer = clients.confirmMoneyTransferProducer();
        this.accounts = accounts;
    }

    /** Returns when all are acknowledged. */
    void send(int count) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(accounts.count());
            int to = (from + 1 + random.nextInt(accounts.count() - 1)) % accounts.count();
            ConfirmMoneyTransfer command = new ConfirmMoneyTransfer(
                    UUID.randomUUID(),
                    SeededAccounts.TOKEN,
                    1L + random.nextInt(100),
                    SeededAccounts.iban(from),
                    SeededAccounts.iban(to),
                    "transfer 2026-01-01T00:00:00");
            var unused = producer.send(command).exceptionally(thrown -> {
                failure.set(thrown);
                return null;
            });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("a command was not sent", failure.get());
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
