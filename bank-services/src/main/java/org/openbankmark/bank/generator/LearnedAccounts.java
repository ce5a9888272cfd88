package org.openbankmark.bank.generator;

import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RecordHandler;

/** Learns each account that was opened for the generator; those of people are not its business. */
record LearnedAccounts(AutoAccounts accounts) implements RecordHandler<AccountCreationConfirmed> {

    @Override
    public void handle(Received<AccountCreationConfirmed> record) {
        AccountCreationConfirmed opened = record.value();
        if (opened.getAType() == Atype.AUTO) {
            accounts.add(new Account(opened.getIban(), opened.getToken()));
        }
    }
}
