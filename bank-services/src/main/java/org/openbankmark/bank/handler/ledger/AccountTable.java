package org.openbankmark.bank.handler.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbankmark.bank.handler.rules.Account;

/** The accounts' rows. */
final class AccountTable {
    // From the highest id to the lowest, everywhere: nobody waits in a circle, and what most transfers touch is locked
    // last.
    private static final String LOCK = """
            SELECT id, iban, token, balance, lowest, sequence FROM account WHERE iban = ANY (?)
            ORDER BY id DESC FOR NO KEY UPDATE""";
    private static final String UPDATE = """
            UPDATE account SET balance = booked.balance, sequence = booked.sequence
            FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS booked (id, balance, sequence)
            WHERE account.id = booked.id""";
    private static final String OPEN = """
            INSERT INTO account (iban, token, atype)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) ON CONFLICT (iban) DO NOTHING RETURNING iban""";

    private AccountTable() {}

    static List<Account> lock(Connection connection, Collection<String> ibans) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("text", ibans.toArray()));
            List<Account> accounts = new ArrayList<>(ibans.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    accounts.add(new Account(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6)));
                }
            }
            return accounts;
        }
    }

    static void update(Connection connection, List<Account> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setObject(1, changed.stream().mapToLong(Account::id).toArray());
            statement.setObject(2, changed.stream().mapToLong(Account::balance).toArray());
            statement.setObject(3, changed.stream().mapToLong(Account::sequence).toArray());
            int updated = statement.executeUpdate();
            if (updated != changed.size()) {
                throw new SQLException("of " + changed.size() + " locked accounts " + updated + " were updated");
            }
        }
    }

    /** Opens accounts; those whose IBAN exists are left out of the result. */
    static Set<String> open(Connection connection, List<String> ibans, List<String> tokens, List<String> atypes)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setArray(1, connection.createArrayOf("text", ibans.toArray()));
            statement.setArray(2, connection.createArrayOf("text", tokens.toArray()));
            statement.setArray(3, connection.createArrayOf("text", atypes.toArray()));
            Set<String> opened = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    opened.add(rows.getString(1));
                }
            }
            return opened;
        }
    }
}
