package org.openbankmark.bank.graphql.recording;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.openbankmark.bank.graphql.live.TransactionFeed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes changes as transactions with ids, each once, and tells the feeds of all instances. Thread-safe. */
@Component
final class TransactionWriter {
    private static final String INSERT = """
            INSERT INTO transaction_entry (id, iban, sequence, new_balance, changed_by, from_to, descr)
            SELECT ? + row_number() OVER (ORDER BY place), iban, sequence, new_balance, changed_by, from_to, descr
            FROM (SELECT DISTINCT ON (iban, sequence) *
                  FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY
                       AS change (iban, sequence, new_balance, changed_by, from_to, descr, place)
                  ORDER BY iban, sequence, place) change
            WHERE NOT EXISTS (SELECT FROM transaction_entry known
                              WHERE known.iban = change.iban AND known.sequence = change.sequence)
            ON CONFLICT (iban, sequence) DO NOTHING""";
    private static final String LAST_OF_ACCOUNTS = """
            INSERT INTO account (iban, last_id)
            SELECT iban, max(id) FROM transaction_entry WHERE id > ? GROUP BY iban
            ON CONFLICT (iban) DO UPDATE SET last_id = excluded.last_id""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    TransactionWriter(DataSource database, TransactionTemplate transactions) {
        this.jdbc = new JdbcTemplate(database);
        this.transactions = transactions;
    }

    /** Writes those that are not there yet, in this order; how many they were. */
    int write(List<Change> changes) {
        Integer written = transactions.execute(status -> writeInTransaction(changes));
        return written == null ? 0 : written;
    }

    private int writeInTransaction(List<Change> changes) {
        Long last = jdbc.queryForObject("SELECT id FROM last_transaction FOR UPDATE", Long.class);
        if (last == null) {
            throw new IllegalStateException("the table last_transaction has lost its row");
        }
        int written = jdbc.update(connection -> insert(connection, last, changes));
        if (written > 0) {
            jdbc.update("UPDATE last_transaction SET id = id + ?", written);
            jdbc.update(LAST_OF_ACCOUNTS, last);
            jdbc.execute("NOTIFY " + TransactionFeed.CHANNEL);
        }
        return written;
    }

    private static PreparedStatement insert(Connection connection, long last, List<Change> changes)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setLong(1, last);
        insert.setArray(2, array(connection, "text", changes, Change::iban));
        insert.setArray(3, array(connection, "bigint", changes, Change::sequence));
        insert.setArray(
                4, array(connection, "bigint", changes, change -> change.event().getNewBalance()));
        insert.setArray(
                5, array(connection, "bigint", changes, change -> change.event().getChangedBy()));
        insert.setArray(6, array(connection, "text", changes, Change::fromTo));
        insert.setArray(7, array(connection, "text", changes, Change::description));
        return insert;
    }

    private static Array array(Connection connection, String type, List<Change> changes, Function<Change, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, changes.stream().map(value).toArray());
    }
}
