package org.openbankmark.bank.graphql.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Waits for the word of another session that there is something new. Used by one thread. */
final class Notifications implements AutoCloseable {
    private final Connection connection;
    private final PGConnection postgres;

    private Notifications(Connection connection, PGConnection postgres) {
        this.connection = connection;
        this.postgres = postgres;
    }

    /** Listens from now on. */
    static Notifications listen(DataSource database, String channel) throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
            return new Notifications(connection, connection.unwrap(PGConnection.class));
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Returns when the word came, or after the limit. */
    void await(Duration limit) throws SQLException {
        postgres.getNotifications((int) limit.toMillis());
    }

    /** Gives the connection back, as it was. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }
}
