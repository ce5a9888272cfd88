package org.openbankmark.bank.handler.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * That this relay is the one at work: a lock that PostgreSQL keeps as long as the connection lives. All that the relay does in
 * the database it does on this connection, so it can do nothing once it has lost the lock.
 */
final class Leadership implements AutoCloseable {
    // Any number will do; all handlers must have the same.
    private static final long LOCK = 0x6c65646765720001L;

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** Empty while another relay is at work. */
    static Optional<Leadership> take(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return Optional.empty();
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Outbox.CHANNEL);
        }
        connection.setAutoCommit(false);
        return Optional.of(new Leadership(connection));
    }

    Connection connection() {
        return connection;
    }

    /** Whether another process has said that it wrote. Asks nothing of the server. */
    boolean notified() throws SQLException {
        return connection.unwrap(PGConnection.class).getNotifications().length > 0;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
