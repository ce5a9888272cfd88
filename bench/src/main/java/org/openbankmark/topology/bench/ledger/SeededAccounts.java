package org.openbankmark.topology.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Accounts with money in a ledger's tables. Their IBANs have the same check number, as their digits are 97 apart, so that pgbench,
 * which can only count, names them too.
 *
 * @param count how many
 * @param firstId of the table; the others follow without a gap
 */
record SeededAccounts(int count, long firstId) {
    static final String TOKEN = "12345678901234567890";

    /** {@code NL80OPEN0123456789} is in bank.md's list of valid ones. */
    static final String PREFIX = "NL80OPEN";

    static final long FIRST_DIGITS = 123_456_789;
    static final int DIGITS_APART = 97;
    private static final long BALANCE = 1_000_000_000;

    /** Takes their money from "cash". */
    static SeededAccounts make(Connection connection, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ledger.account (iban, token, atype, balance) VALUES (?, ?, 'AUTO', ?)")) {
            for (int number = 0; number < count; number++) {
                insert.setString(1, iban(number));
                insert.setString(2, TOKEN);
                insert.setLong(3, BALANCE);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE ledger.account SET balance = balance - " + BALANCE * count + " WHERE iban = 'cash'");
            statement.execute("ANALYZE ledger.account");
            try (ResultSet ids = statement.executeQuery(
                    "SELECT min(id), max(id) FROM ledger.account WHERE token = '" + TOKEN + "'")) {
                ids.next();
                long first = ids.getLong(1);
                if (ids.getLong(2) - first != count - 1) {
                    throw new IllegalStateException(
                            "the accounts' ids have gaps, which pgbench's script does not know");
                }
                return new SeededAccounts(count, first);
            }
        }
    }

    /** Of one of them, from 0 on. */
    static String iban(int number) {
        return PREFIX + String.format(Locale.ROOT, "%010d", FIRST_DIGITS + (long) DIGITS_APART * number);
    }
}
