package org.openbankmark.bank.handler.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Where a transaction leaves the events that tell of it. Thread-safe. */
public final class Outbox {
    /** The channel on which a handler's transactions wake a relay in another process. */
    static final String CHANNEL = "outbox";

    private static final String APPEND = "INSERT INTO outbox (events, content) VALUES (?, ?)";
    private static final String APPEND_AND_NOTIFY =
            "WITH added AS (INSERT INTO outbox (events, content) VALUES (?, ?)) SELECT pg_notify('" + CHANNEL
                    + "', '')";

    private final RelaySignal signal;

    public Outbox(RelaySignal signal) {
        this.signal = signal;
    }

    /**
     * Adds events, in order, to the caller's transaction, which must hold the locks of their accounts.
     *
     * @throws SQLException from the database
     */
    public void append(Connection connection, List<SpecificRecord> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        // Transactions that notify commit one after the other, so only those do whose relay would not notice otherwise.
        String sql = signal.relayIsHere() ? APPEND : APPEND_AND_NOTIFY;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, events.size());
            statement.setString(2, EventJson.write(events));
            statement.execute();
        }
    }

    /** Says that a transaction with events was committed. */
    public void written() {
        signal.wake();
    }
}
