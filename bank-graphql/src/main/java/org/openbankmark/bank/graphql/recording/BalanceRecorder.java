package org.openbankmark.bank.graphql.recording;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.graphql.live.TransactionFeed;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.springframework.stereotype.Component;

/** Records changes of balances as Kafka brings them: at least once from there, and so once in the table. Thread-safe. */
@Component
public final class BalanceRecorder implements BatchHandler<BalanceChanged> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** SQLSTATE classes of what is wrong with a value, and will be wrong again: data exception, integrity constraint. */
    private static final List<String> FAULTS_OF_DATA = List.of("22", "23");

    /** No event lacks a value: this says that a table of the endpoint has lost a row, which no other event would find either. */
    private static final String NULL_VALUE = "23502";

    private final TransactionWriter writer;
    private final TransactionFeed feed;

    BalanceRecorder(TransactionWriter writer, TransactionFeed feed) {
        this.writer = writer;
        this.feed = feed;
    }

    @Override
    public void handle(List<Received<BalanceChanged>> batch) throws SQLException {
        feed.committed(writer.write(batch.stream().map(Change::of).toList()));
    }

    /** Waits for the database as long as it is away; only an event that it cannot hold becomes a dead letter. */
    public RetryPolicy retry() {
        return RetryPolicy.exponential(Integer.MAX_VALUE, FIRST_PAUSE, LONGEST_PAUSE)
                .only(failure -> !isFaultOfData(failure));
    }

    private static boolean isFaultOfData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return FAULTS_OF_DATA.contains(sql.getSQLState().substring(0, 2))
                        && !sql.getSQLState().equals(NULL_VALUE);
            }
        }
        return false;
    }
}
