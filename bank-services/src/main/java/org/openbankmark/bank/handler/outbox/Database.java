package org.openbankmark.bank.handler.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the relay gets a connection of its own, which it keeps. */
@FunctionalInterface
public interface Database {
    /**
     * A new connection, not from a pool.
     *
     * @throws SQLException if there is none
     */
    Connection connect() throws SQLException;
}
