package org.openbankmark.bank.graphql.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Waits for the word of a session that there is something new, which is the last id that it wrote. Used by one thread. */
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

    /** Returns the highest id when the word came, or, after the limit, one that is higher than any: nobody knows. */
    long await(Duration limit) throws SQLException {
        return Stream.of(postgres.getNotifications((int) limit.toMillis()))
                .mapToLong(Notifications::id)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    /** An instance of before ids were said says nothing. */
    private static long id(PGNotification word) {
        return word.getParameter().isEmpty() ? Long.MAX_VALUE : Long.parseLong(word.getParameter());
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
