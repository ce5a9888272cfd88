package org.openbankmark.bank.handler.outbox;

import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.AccountCreationConfirmedProducer;
import org.openbankmark.bank.events.AccountCreationFailed;
import org.openbankmark.bank.events.AccountCreationFailedProducer;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BalanceChangedProducer;
import org.openbankmark.bank.events.CommandHandlerService;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferConfirmedProducer;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.events.MoneyTransferFailedProducer;

/** The producers of all events. */
record EventProducers(
        BalanceChangedProducer balances,
        MoneyTransferConfirmedProducer transfersConfirmed,
        MoneyTransferFailedProducer transfersFailed,
        AccountCreationConfirmedProducer creationsConfirmed,
        AccountCreationFailedProducer creationsFailed) {

    /** Looks up what they need of brokers and registry. */
    static EventProducers of(CommandHandlerService clients) {
        return new EventProducers(
                clients.balanceChangedProducer(),
                clients.moneyTransferConfirmedProducer(),
                clients.moneyTransferFailedProducer(),
                clients.accountCreationConfirmedProducer(),
                clients.accountCreationFailedProducer());
    }

    /** A failed send fails the commit, so its future need not be looked at. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void send(SpecificRecord event) {
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
