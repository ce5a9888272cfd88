package org.openbankmark.bank.handler.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The rows that wait to be sent. */
final class OutboxTable {
    private static final String SEAL = """
            WITH number AS (UPDATE relay SET batch = batch + 1
                    WHERE EXISTS (SELECT FROM outbox WHERE batch IS NULL) RETURNING batch),
                taken AS (SELECT id FROM outbox WHERE batch IS NULL ORDER BY id LIMIT ?)
            UPDATE outbox SET batch = number.batch FROM taken, number WHERE outbox.id = taken.id
            RETURNING outbox.id, outbox.batch, outbox.content""";
    private static final String SEALED =
            "SELECT id, batch, content FROM outbox WHERE batch = (SELECT min(batch) FROM outbox)";

    private record Row(long id, String content) {}

    private OutboxTable() {}

    /** Takes up to so many rows as the next batch, those written first; an empty batch if there are none. */
    static SealedBatch seal(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
            statement.setInt(1, most);
            return batch(statement);
        }
    }

    /** The first batch that is sealed and still there; empty if there is none. */
    static SealedBatch firstSealed(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEALED)) {
            return batch(statement);
        }
    }

    static void deleteUpTo(Connection connection, long batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM outbox WHERE batch <= ?")) {
            statement.setLong(1, batch);
            statement.executeUpdate();
        }
    }

    /**
     * For a transaction that seals nothing: what it deleted may come back after a crash of the server, as Kafka's number tells that it
     * was sent. So readers of the events need not share the disk with it.
     */
    static void doNotAwaitDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit TO off");
        }
    }

    static long lastNumber(Connection connection) throws SQLException {
        return number(connection, "SELECT batch FROM relay");
    }

    /** The row that waits longest; empty if none waits. */
    static OptionalLong oldest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM outbox ORDER BY id LIMIT 1");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** How many events wait. */
    static long depth(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(sum(events), 0) FROM outbox");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the table relay has no row");
            }
            return row.getLong(1);
        }
    }

    private static SealedBatch batch(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(new Row(result.getLong(1), result.getString(3)));
                number = result.getLong(2);
            }
        }
        rows.sort((a, b) -> Long.compare(a.id(), b.id()));
        return new SealedBatch(number, rows.stream().map(Row::content).toList());
    }
}
