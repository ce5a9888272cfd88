package org.openbankmark.bank.handler.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One relay's time at work, until something fails. The order of the steps is what makes each event come exactly once: a batch is
 * sealed and committed in PostgreSQL, then committed in Kafka with its number, then deleted. It is on its way to Kafka while
 * PostgreSQL commits, where it is given up if that fails. One thread.
 */
final class RelayTerm {
    private static final Logger LOG = LoggerFactory.getLogger(RelayTerm.class);
    private static final int MOST_ROWS = 20;
    private static final long REFRESH_NANOS = Duration.ofHours(1).toNanos();
    private static final long DEPTH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Connection connection;
    private final EventSender sender;
    private final RelayState state;
    private final RelaySteps steps;
    private long sent;
    private long deleted;
    private long lastSentNanos = System.nanoTime();
    private long lastDepthNanos = System.nanoTime() - DEPTH_NANOS;

    RelayTerm(Connection connection, EventSender sender, RelayState state, RelaySteps steps) {
        this.connection = connection;
        this.sender = sender;
        this.state = state;
        this.steps = steps;
    }

    /** Settles what the relay before left: deletes what was sent, sends what was not. Then Kafka has a number. */
    void resume(Forgotten forgotten) throws SQLException {
        OptionalLong known = sender.lastNumber();
        long last = OutboxTable.lastNumber(connection);
        SealedBatch sealed = OutboxTable.firstSealed(connection);
        if (known.isPresent() && known.getAsLong() > last) {
            throw new IllegalStateException("Kafka has batch " + known.getAsLong()
                    + " of the outbox, and this database only "
                    + last
                    + ": it is older than what was told, or another bank's. If it was restored on purpose, and the"
                    + " events after it may stay as they are, run: UPDATE ledger.relay SET batch = "
                    + known.getAsLong());
        }
        if (known.isEmpty() && !sealed.isEmpty() && forgotten == Forgotten.STOP) {
            throw new IllegalStateException(
                    "Kafka has forgotten which batch of the outbox was sent last (offsets of the"
                            + " group command-handler.relay), so nobody knows of batch " + sealed.number()
                            + ". Look whether its"
                            + " events are in the topics, then start once with HANDLER_FORGOTTEN_BATCH=drop if they are, or"
                            + " =resend if they are not");
        }
        sent = known.orElse(sealed.isEmpty() || forgotten == Forgotten.DROP ? last : 0);
        OutboxTable.deleteUpTo(connection, sent);
        for (sealed = nextSealed(); !sealed.isEmpty(); sealed = nextSealed()) {
            LOG.info("sends {} again, which an earlier relay did not finish", sealed);
            int events = sender.begin(sealed);
            commit(sealed, events);
            OutboxTable.deleteUpTo(connection, sent);
        }
        if (known.isEmpty()) {
            // Of what is sealed while Kafka has no number, nobody could tell whether it was sent.
            refresh();
        }
    }

    /** Commits, as Kafka may take longer over it than PostgreSQL waits within a transaction. */
    private SealedBatch nextSealed() throws SQLException {
        SealedBatch sealed = OutboxTable.firstSealed(connection);
        connection.commit();
        return sealed;
    }

    /** Sends the next batch; whether there was one. */
    boolean cycle() throws SQLException {
        if (deleted < sent) {
            OutboxTable.deleteUpTo(connection, sent);
        }
        SealedBatch batch = OutboxTable.seal(connection, MOST_ROWS);
        measure();
        if (batch.isEmpty()) {
            OutboxTable.doNotAwaitDisk(connection);
            steps.beforeSealed();
            connection.commit();
            deleted = sent;
            if (System.nanoTime() - lastSentNanos > REFRESH_NANOS) {
                refresh();
            }
            return false;
        }
        int events = sender.begin(batch);
        steps.beforeSealed();
        connection.commit();
        deleted = sent;
        steps.sealed();
        commit(batch, events);
        steps.sent();
        return true;
    }

    private void commit(SealedBatch batch, int events) {
        sender.commit(batch.number());
        sent = batch.number();
        lastSentNanos = System.nanoTime();
        state.sent(events);
    }

    private void refresh() {
        sender.refresh(sent);
        lastSentNanos = System.nanoTime();
    }

    private void measure() throws SQLException {
        if (System.nanoTime() - lastDepthNanos >= DEPTH_NANOS) {
            state.depth(OutboxTable.depth(connection));
            lastDepthNanos = System.nanoTime();
        }
    }
}
