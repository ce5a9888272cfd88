package org.openbankmark.bank.handler.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.AccountCreationFailed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.handler.ledger.CreationTable.Mark;
import org.openbankmark.bank.handler.outbox.Outbox;
import org.openbankmark.bank.handler.rules.Reason;

/** Opens accounts, each batch in one transaction. Thread-safe, also for several processes. */
public final class CreationLedger {
    private final Transactions transactions;
    private final Outbox outbox;
    private final Supplier<String> ibans;
    private final Supplier<String> tokens;

    /**
     * A ledger that gives accounts what these sources give.
     *
     * @param ibans numbers by chance; one that is taken fails the command
     * @param tokens from a cryptographic source
     */
    public CreationLedger(Transactions transactions, Outbox outbox, Supplier<String> ibans, Supplier<String> tokens) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.ibans = ibans;
        this.tokens = tokens;
    }

    /**
     * Handles commands in their order.
     *
     * @throws SQLException if nothing is known to be done; handling them again does what is missing, and nothing twice
     */
    public Handled handle(List<Command<CreationRequest>> commands) throws SQLException {
        Handled handled = transactions.run(connection -> handle(connection, commands));
        if (handled.events() > 0) {
            outbox.written();
        }
        return handled;
    }

    private Handled handle(Connection connection, List<Command<CreationRequest>> commands) throws SQLException {
        Map<UUID, Mark> marks = new HashMap<>(CreationTable.find(
                connection,
                commands.stream().map(command -> command.request().id()).toList()));
        Map<UUID, Mark> fresh = open(connection, commands, marks);
        Map<UUID, Mark> sentAgain = new LinkedHashMap<>();
        Tally tally = new Tally();
        for (Command<CreationRequest> command : commands) {
            UUID id = command.request().id();
            Mark before = marks.get(id);
            if (before == null) {
                Mark made = fresh.get(id);
                if (made == null) {
                    throw new IllegalStateException("nothing was decided for " + id);
                }
                marks.put(id, made);
                if (made.reason() == null) {
                    tally.confirmed();
                } else {
                    tally.failed();
                }
                tally.tell(reply(made));
            } else if (command.source().isCoveredBy(before.source())) {
                tally.redelivered();
            } else {
                tally.repeated();
                Mark later = before.readAt(command.source());
                marks.put(id, later);
                (fresh.containsKey(id) ? fresh : sentAgain).put(id, later);
                tally.tell(reply(later));
            }
        }
        CreationTable.insert(connection, fresh.values());
        CreationTable.updateSource(connection, sentAgain.values());
        outbox.append(connection, tally.events());
        return tally.handled();
    }

    /** Opens an account for each id that is new. */
    private Map<UUID, Mark> open(Connection connection, List<Command<CreationRequest>> commands, Map<UUID, Mark> marks)
            throws SQLException {
        Map<UUID, Mark> fresh = new LinkedHashMap<>();
        // In the order of their numbers, as those who open the same one wait for each other.
        Map<String, Mark> byIban = new TreeMap<>();
        for (Command<CreationRequest> command : commands) {
            CreationRequest request = command.request();
            if (!marks.containsKey(request.id()) && !fresh.containsKey(request.id())) {
                String iban = ibans.get();
                Mark mark = new Mark(
                        request.id(), iban, tokens.get(), request.atype().name(), null, command.source());
                Mark kept = byIban.putIfAbsent(iban, mark) == null ? mark : failed(mark);
                fresh.put(request.id(), kept);
            }
        }
        if (byIban.isEmpty()) {
            return fresh;
        }
        List<String> tokensInOrder = new ArrayList<>();
        List<String> atypes = new ArrayList<>();
        byIban.values().forEach(mark -> {
            tokensInOrder.add(String.valueOf(mark.token()));
            atypes.add(mark.atype());
        });
        Set<String> opened = AccountTable.open(connection, List.copyOf(byIban.keySet()), tokensInOrder, atypes);
        byIban.forEach((iban, mark) -> {
            if (!opened.contains(iban)) {
                fresh.put(mark.id(), failed(mark));
            }
        });
        return fresh;
    }

    private static Mark failed(Mark mark) {
        return new Mark(mark.id(), null, null, mark.atype(), Reason.IBAN_EXISTS, mark.source());
    }

    private static org.apache.avro.specific.SpecificRecord reply(Mark mark) {
        String iban = mark.iban();
        String token = mark.token();
        if (iban == null || token == null) {
            String reason = mark.reason();
            return new AccountCreationFailed(mark.id(), reason == null ? Reason.IBAN_EXISTS : reason);
        }
        return new AccountCreationConfirmed(mark.id(), iban, token, Atype.valueOf(mark.atype()));
    }
}
