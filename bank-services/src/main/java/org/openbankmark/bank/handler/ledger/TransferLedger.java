package org.openbankmark.bank.handler.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.handler.outbox.Outbox;
import org.openbankmark.bank.handler.rules.Account;
import org.openbankmark.bank.handler.rules.Accounts;
import org.openbankmark.bank.handler.rules.Outcome;
import org.openbankmark.bank.handler.rules.Outcome.Failed;
import org.openbankmark.bank.handler.rules.Outcome.Moved;
import org.openbankmark.bank.handler.rules.Reason;
import org.openbankmark.bank.handler.rules.Transfer;
import org.openbankmark.bank.handler.rules.TransferRules;

/**
 * Moves money. Each batch is one transaction: the marks of its commands, the balances, and the events that tell of them are
 * there together or not at all. Thread-safe, also for several processes.
 */
public final class TransferLedger {
    private final Transactions transactions;
    private final Outbox outbox;

    public TransferLedger(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /**
     * Handles commands in their order.
     *
     * @throws SQLException if nothing is known to be done; handling them again does what is missing, and nothing twice
     */
    public Handled handle(List<Command<Transfer>> commands) throws SQLException {
        Handled handled = transactions.run(connection -> new Batch(connection).handle(commands));
        if (handled.events() > 0) {
            outbox.written();
        }
        return handled;
    }

    private final class Batch {
        private final Connection connection;
        private final Map<UUID, TransferMark> marks = new HashMap<>();
        private final Map<UUID, TransferMark> fresh = new LinkedHashMap<>();
        private final Map<UUID, TransferMark> sentAgain = new LinkedHashMap<>();
        private final Tally tally = new Tally();

        Batch(Connection connection) {
            this.connection = connection;
        }

        Handled handle(List<Command<Transfer>> commands) throws SQLException {
            Set<UUID> ids = new HashSet<>();
            commands.forEach(command -> ids.add(command.request().id()));
            marks.putAll(TransferTable.find(connection, ids));
            Accounts accounts = new Accounts(lock(commands));
            commands.forEach(command -> handle(command, accounts));
            TransferTable.insert(connection, fresh.values());
            TransferTable.updateSource(connection, sentAgain.values());
            AccountTable.update(connection, accounts.changed());
            outbox.append(connection, tally.events());
            return tally.handled();
        }

        /** Only numbers of this bank are looked up, so nothing that somebody wrote gets to the database as it is. */
        private List<Account> lock(List<Command<Transfer>> commands) throws SQLException {
            Set<String> ibans = new HashSet<>();
            for (Command<Transfer> command : commands) {
                Transfer transfer = command.request();
                if (!marks.containsKey(transfer.id())) {
                    add(ibans, transfer.from());
                    add(ibans, transfer.to());
                    if (!ours(transfer.to())) {
                        ibans.add(Account.OTHER_BANKS);
                    }
                }
            }
            List<Account> locked = ibans.isEmpty() ? List.of() : AccountTable.lock(connection, ibans);
            if (locked.size() == ibans.size() || ibans.contains(Account.OTHER_BANKS)) {
                return locked;
            }
            // Some number has no account here: what is paid to it goes to other banks, whose row is the last in the
            // order.
            List<Account> all = new ArrayList<>(locked);
            all.addAll(AccountTable.lock(connection, Set.of(Account.OTHER_BANKS)));
            return all;
        }

        private static void add(Set<String> ibans, String party) {
            if (ours(party)) {
                ibans.add(party);
            }
        }

        private static boolean ours(String party) {
            return party.equals(Account.CASH) || Iban.isValid(party);
        }

        private void handle(Command<Transfer> command, Accounts accounts) {
            Transfer transfer = command.request();
            TransferMark mark = marks.get(transfer.id());
            if (mark == null) {
                decide(command, accounts);
            } else if (command.source().isCoveredBy(mark.source())) {
                tally.redelivered();
            } else {
                tally.repeated();
                remember(mark.readAt(command.source()));
                boolean same = mark.content().equals(Content.of(transfer));
                reply(transfer.id(), same ? mark.reason() : Reason.ID_USED);
            }
        }

        private void decide(Command<Transfer> command, Accounts accounts) {
            Transfer transfer = command.request();
            Outcome outcome = TransferRules.decide(transfer, accounts);
            if (outcome instanceof Moved moved) {
                tally.confirmed();
                tell(moved.debited(), -transfer.amount(), transfer.to(), transfer);
                tell(moved.credited(), transfer.amount(), transfer.from(), transfer);
                mark(command, moved.debited().id(), moved.credited().id(), null);
                reply(transfer.id(), null);
            } else if (outcome instanceof Failed failed) {
                tally.failed();
                mark(command, null, null, failed.reason());
                reply(transfer.id(), failed.reason());
            }
        }

        private void mark(
                Command<Transfer> command, @Nullable Long debited, @Nullable Long credited, @Nullable String reason) {
            Transfer transfer = command.request();
            remember(new TransferMark(
                    transfer.id(),
                    Content.of(transfer),
                    debited,
                    credited,
                    transfer.amount(),
                    reason,
                    command.source()));
        }

        private void remember(TransferMark mark) {
            boolean isNew = marks.put(mark.id(), mark) == null || fresh.containsKey(mark.id());
            (isNew ? fresh : sentAgain).put(mark.id(), mark);
        }

        private void tell(Account account, long changedBy, String other, Transfer transfer) {
            if (account.isOurs()) {
                tally.tell(new BalanceChanged(
                        account.iban(),
                        account.balance(),
                        changedBy,
                        other,
                        transfer.description(),
                        account.sequence(),
                        transfer.id()));
            }
        }

        private void reply(UUID id, @Nullable String reason) {
            tally.tell(reason == null ? new MoneyTransferConfirmed(id) : new MoneyTransferFailed(id, reason));
        }
    }
}
