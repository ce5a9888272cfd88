package org.openbankmark.bank.graphql.recording;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.openbankmark.bank.graphql.live.TransactionFeed;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.springframework.stereotype.Component;

/** Writes changes as transactions with ids, each once, and tells the feeds of all instances. Thread-safe. */
@Component
final class TransactionWriter {
    /**
     * In one journey to the server, in one transaction. Each statement sees what was committed before it began, and so the later ones
     * see what the instance wrote for whose lock the first one waited.
     *
     * <p>Whether an event is known is looked up for each by itself: PostgreSQL would compare all of them with the whole table as long as it does not
     * know how large that has become, and keep that plan. What was written goes to the accounts without asking the table for the same reason.
     */
    private static final String WRITE = """
            SELECT id FROM last_transaction FOR UPDATE;
            WITH change AS (
                SELECT DISTINCT ON (iban, sequence) *
                FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY
                     AS change (iban, sequence, new_balance, changed_by, from_to, descr, place)
                ORDER BY iban, sequence, place
            ), written AS (
                INSERT INTO transaction_entry (id, iban, sequence, new_balance, changed_by, from_to, descr)
                SELECT (SELECT id FROM last_transaction) + row_number() OVER (ORDER BY place),
                       iban, sequence, new_balance, changed_by, from_to, descr
                FROM change
                WHERE (SELECT true FROM transaction_entry known
                       WHERE known.iban = change.iban AND known.sequence = change.sequence) IS NULL
                ON CONFLICT (iban, sequence) DO NOTHING
                RETURNING id, iban
            ), last_of_each AS (
                INSERT INTO account (iban, last_id)
                SELECT iban, max(id) FROM written GROUP BY iban
                ON CONFLICT (iban) DO UPDATE SET last_id = excluded.last_id
            )
            SELECT count(*) FROM written;
            WITH written AS (UPDATE last_transaction SET id = newest.id
                             FROM (SELECT max(id) AS id FROM transaction_entry) newest
                             WHERE newest.id > last_transaction.id RETURNING newest.id)
            SELECT pg_notify('%s', id::text) FROM written""".formatted(TransactionFeed.CHANNEL);

    private final DataSource database;

    TransactionWriter(DataSource database) {
        this.database = database;
    }

    /**
     * Writes those that are not there yet, in this order.
     *
     * @return them with their ids, committed; empty where some were there already, so that only the table tells which got which id
     * @throws SQLException from the database, which then has none of them, unless the connection was lost while it committed
     */
    List<Transaction> write(List<Change> changes) throws SQLException {
        // Without a transaction of the pool's: the statements of one journey are one transaction by themselves.
        try (Connection connection = database.getConnection();
                PreparedStatement write = prepared(connection, changes)) {
            write.execute();
            long last = number(write);
            write.getMoreResults();
            return number(write) == changes.size() ? numbered(changes, last) : List.of();
        }
    }

    private static long number(PreparedStatement write) throws SQLException {
        try (ResultSet row = write.getResultSet()) {
            if (!row.next()) {
                throw new SQLException("the table last_transaction has no row");
            }
            return row.getLong(1);
        }
    }

    private static List<Transaction> numbered(List<Change> changes, long last) {
        List<Transaction> transactions = new ArrayList<>(changes.size());
        for (Change change : changes) {
            transactions.add(change.as(last + 1 + transactions.size()));
        }
        return transactions;
    }

    private static PreparedStatement prepared(Connection connection, List<Change> changes) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(WRITE);
        insert.setArray(1, array(connection, "text", changes, Change::iban));
        insert.setArray(2, array(connection, "bigint", changes, Change::sequence));
        insert.setArray(
                3, array(connection, "bigint", changes, change -> change.event().getNewBalance()));
        insert.setArray(
                4, array(connection, "bigint", changes, change -> change.event().getChangedBy()));
        insert.setArray(5, array(connection, "text", changes, Change::fromTo));
        insert.setArray(6, array(connection, "text", changes, Change::description));
        return insert;
    }

    private static Array array(Connection connection, String type, List<Change> changes, Function<Change, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, changes.stream().map(value).toArray());
    }
}
