package org.openbankmark.bank.handler.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work in transactions of the pool, READ COMMITTED; those that collide with another's are done again. Thread-safe. */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 10;

    private final DataSource database;

    /** Of connections that do not commit by themselves. */
    public Transactions(DataSource database) {
        this.database = database;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<R> {
        /**
         * Does it; may be called again after it was rolled back.
         *
         * @throws SQLException from the database
         */
        R in(Connection connection) throws SQLException;
    }

    /**
     * Does the work and commits.
     *
     * @throws SQLException if it could not be done; where the connection broke it may be committed or not
     */
    public <R> R run(Work<R> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection()) {
                return once(connection, work);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !SqlFailures.isCollision(failure)) {
                    throw failure;
                }
                LOG.info("a transaction is done again, as it collided with another: {}", failure.getMessage());
            }
        }
    }

    private static <R> R once(Connection connection, Work<R> work) throws SQLException {
        try {
            R result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failure) {
            try {
                connection.rollback();
            } catch (SQLException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
    }
}
