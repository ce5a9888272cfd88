package org.openbankmark.bank.handler.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * That this relay is the one at work: a lock that PostgreSQL keeps as long as the connection lives and is not silent for too long,
 * as a process that is frozen keeps its connections. All that the relay does in the database it does on this connection, so it
 * can do nothing once it has lost the lock.
 */
final class Leadership implements AutoCloseable {
    // Any number will do; all handlers must have the same.
    private static final long LOCK = 0x6c65646765720001L;

    // In one statement, so that nobody can be frozen who has the lock and no limit yet.
    private static final String TAKE = "SELECT pg_try_advisory_lock(?), set_config('idle_session_timeout', ?, false)";

    // Opening clients of Kafka and of the registry may take long; cut off, it would only begin again.
    private static final Duration SILENT_AT_START = Duration.ofMinutes(3);

    // Longer than Kafka is waited for with a commit, twice EventSender's max.block.ms. Where more is asked of Kafka's
    // client, the lock may be lost meanwhile: Kafka then lets the next relay send, and this one no more.
    private static final Duration SILENT_AT_WORK = Duration.ofSeconds(20);

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** Empty while another relay is at work. */
    static Optional<Leadership> take(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setLong(1, LOCK);
            statement.setString(2, Long.toString(SILENT_AT_START.toMillis()));
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

    /** From here on it is never silent for long. Commits. */
    void atWork() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_session_timeout TO " + SILENT_AT_WORK.toMillis());
        }
        connection.commit();
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
