package org.openbankmark.bank.handler.outbox;

import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.AccountCreationConfirmedProducer;
import org.openbankmark.bank.events.AccountCreationFailed;
import org.openbankmark.bank.events.AccountCreationFailedProducer;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BalanceChangedProducer;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.CommandHandlerService;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferConfirmedProducer;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.events.MoneyTransferFailedProducer;
import org.openbankmark.topology.runtime.client.TransactionPosition;
import org.openbankmark.topology.runtime.client.TransactionalConnection;
import org.openbankmark.topology.runtime.settings.Settings;

/** Sends batches to Kafka, each in one transaction that keeps its number. One thread. */
final class EventSender implements AutoCloseable {
    /** The transactional id, and the group under which the number is kept. */
    private static final String NAME = CommandHandlerService.GROUP + ".relay";

    private final TransactionalConnection connection;
    private final TransactionPosition position = new TransactionPosition(NAME, BankTopics.CONFIRM_MONEY_TRANSFER);
    private final BalanceChangedProducer balances;
    private final MoneyTransferConfirmedProducer transfersConfirmed;
    private final MoneyTransferFailedProducer transfersFailed;
    private final AccountCreationConfirmedProducer creationsConfirmed;
    private final AccountCreationFailedProducer creationsFailed;

    private EventSender(TransactionalConnection connection) {
        this.connection = connection;
        CommandHandlerService producers = CommandHandlerService.over(connection);
        balances = producers.balanceChangedProducer();
        transfersConfirmed = producers.moneyTransferConfirmedProducer();
        transfersFailed = producers.moneyTransferFailedProducer();
        creationsConfirmed = producers.accountCreationConfirmedProducer();
        creationsFailed = producers.accountCreationFailedProducer();
    }

    /** Fences the sender of any other relay, and ends what it left unfinished. */
    static EventSender open(Settings settings) {
        // A relay that is gone for good would else hold up readers for a minute.
        Settings own = settings.get("transaction.timeout.ms").isPresent()
                ? settings
                : settings.with("transaction.timeout.ms", "15000");
        TransactionalConnection connection = TransactionalConnection.open(own, NAME);
        try {
            return new EventSender(connection);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The number of the last batch that readers see. */
    OptionalLong lastNumber() {
        return connection.position(position);
    }

    /** Sends a batch; how many events it had. */
    int send(SealedBatch batch) {
        connection.begin();
        int events = 0;
        for (String content : batch.contents()) {
            for (SpecificRecord event : EventJson.read(content)) {
                send(event);
                events++;
            }
        }
        connection.commit(position, batch.number());
        return events;
    }

    /** Keeps the number for another while: brokers forget it after a week or so without a commit. */
    void refresh(long number) {
        connection.begin();
        connection.commit(position, number);
    }

    @Override
    public void close() {
        connection.close();
    }

    /** A failed send fails the commit, so its future need not be looked at. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(SpecificRecord event) {
        if (event instanceof BalanceChanged changed) {
            balances.send(changed);
        } else if (event instanceof MoneyTransferConfirmed confirmed) {
            transfersConfirmed.send(confirmed);
        } else if (event instanceof MoneyTransferFailed failed) {
            transfersFailed.send(failed);
        } else if (event instanceof AccountCreationConfirmed confirmed) {
            creationsConfirmed.send(confirmed);
        } else if (event instanceof AccountCreationFailed failed) {
            creationsFailed.send(failed);
        } else {
            throw new IllegalStateException("nothing sends " + event.getSchema().getFullName());
        }
    }
}
