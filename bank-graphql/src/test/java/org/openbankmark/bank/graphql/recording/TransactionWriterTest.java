package org.openbankmark.bank.graphql.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Patience;
import org.openbankmark.bank.graphql.limits.LimitsForTests;
import org.openbankmark.bank.graphql.live.TransactionFeed;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each change once, with ids that count up without a gap, however often and from however many it comes. */
@ExtendWith(BankExtension.class)
class TransactionWriterTest {
    @Test
    void aChangeThatComesAgainIsNotWrittenAgain(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("written_once");
        TransactionWriter writer = new TransactionWriter(source);
        try (var listener = source.getConnection();
                var listen = listener.createStatement()) {
            listen.execute("LISTEN endpoint_transactions");
            PGConnection told = listener.unwrap(PGConnection.class);

            writer.write(List.of(change("A", 1), change("B", 1), change("A", 1), change("A", 2)));
            assertThat(told.getNotifications(10_000))
                    .extracting(PGNotification::getParameter)
                    .containsExactly("3");
            writer.write(List.of(change("A", 2), change("B", 1)));
            writer.write(List.of(change("B", 1), change("B", 2)));
            // One for the third batch: the second had nothing to tell.
            assertThat(told.getNotifications(10_000))
                    .extracting(PGNotification::getParameter)
                    .containsExactly("4");
        }

        assertThat(written(source)).containsExactly("1 A A1", "2 B B1", "3 A A2", "4 B B2");
        assertThat(new TransactionTable(new JdbcTemplate(source)).lastId()).isEqualTo(4);
        assertThat(lastOfEach(source)).containsExactly("3 A A2", "4 B B2");
    }

    @Test
    void whatIsSaidToBeWrittenIsWhatTheTableHas(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("written_said");
        TransactionWriter writer = new TransactionWriter(source);
        TransactionTable table = new TransactionTable(new JdbcTemplate(source));

        assertThat(writer.write(List.of(change("B", 1), change("A", 1)))).isEqualTo(all(table));
        assertThat(writer.write(List.of(change("B", 1), change("B", 2))))
                .as("with one that was there already nobody knows the ids without a look")
                .isEmpty();
        assertThat(writer.write(List.of(change("A\0", 1))))
                .isEqualTo(List.of(all(table).get(3)));
    }

    @Test
    void aBatchThatFailsLeavesNothing(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("written_whole");
        TransactionWriter writer = new TransactionWriter(source);
        writer.write(List.of(change("A", 1)));
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("ALTER TABLE account ADD CONSTRAINT refused CHECK (iban <> 'B')");

        assertThatThrownBy(() -> writer.write(List.of(change("A", 2), change("B", 1))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
        assertThat(written(source)).containsExactly("1 A A1");
        jdbc.execute("ALTER TABLE account DROP CONSTRAINT refused");
        writer.write(List.of(change("A", 2), change("B", 1)));
        assertThat(written(source)).containsExactly("1 A A1", "2 A A2", "3 B B1");
    }

    @Test
    void aTableThatLostItsRowIsNoFaultOfTheEvent(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("written_later");
        TransactionWriter writer = new TransactionWriter(source);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.update("DELETE FROM last_transaction");

        assertThatThrownBy(() -> writer.write(List.of(change("A", 1))))
                .isInstanceOfSatisfying(SQLException.class, lost -> assertThat(new BalanceRecorder(writer, feed(source))
                                .retry()
                                .retryable()
                                .test(lost))
                        .isTrue());
    }

    @Test
    void aBatchDoesNotReadTheWholeTable(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("written_at_growth");
        JdbcTemplate jdbc = new JdbcTemplate(source);
        // So it is in the first minute, or longer while a view is made again: nothing has told the planner of the
        // table's size.
        jdbc.execute("ALTER TABLE transaction_entry SET (autovacuum_enabled = false)");
        int batches = 60;
        int size = 50;
        try (Connection connection = source.getConnection()) {
            // One connection, as of a pool: after some turns PostgreSQL keeps its plan.
            TransactionWriter writer = new TransactionWriter(new SingleConnectionDataSource(connection, true));
            for (int batch = 0; batch < batches; batch++) {
                long first = (long) size * batch;
                writer.write(LongStream.range(first, first + size)
                        .mapToObj(number -> change("A" + number % 7, number))
                        .toList());
            }
        }
        // Counted by the server when the connection has ended.
        Patience.until("the server has counted", () -> count(jdbc, "n_tup_ins") == (long) batches * size);
        assertThat(count(jdbc, "seq_tup_read")).isLessThan((long) batches * size);
    }

    private static long count(JdbcTemplate jdbc, String counter) {
        Long count = jdbc.queryForObject(
                "SELECT " + counter
                        + " FROM pg_stat_user_tables WHERE schemaname = current_schema() AND relname = 'transaction_entry'",
                Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void instancesThatReadTheSameWriteItOnce(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("written_by_two");
        int batches = 60;
        ExecutorService instances = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                ends.add(instances.submit(() -> {
                    TransactionWriter writer = new TransactionWriter(source);
                    for (int batch = 0; batch < batches; batch++) {
                        writer.write(List.of(change("A", 2L * batch + 1), change("A", 2L * batch + 2)));
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            instances.shutdownNow();
        }
        assertThat(written(source))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2 * batches)
                        .mapToObj(number -> number + " A A" + number)
                        .toList());
    }

    private static Change change(String iban, long sequence) {
        return new Change(new BalanceChanged(iban, 5, 5, "cash", iban + sequence, sequence, new UUID(0, 1)), sequence);
    }

    private static TransactionFeed feed(DataSource source) {
        return new TransactionFeed(source, new TransactionTable(new JdbcTemplate(source)), LimitsForTests.of(100));
    }

    private static List<Transaction> all(TransactionTable table) {
        return table.between(new TransactionFilter(null, null, null), 0, Long.MAX_VALUE, 1_000);
    }

    private static List<String> written(DataSource source) {
        return said(all(new TransactionTable(new JdbcTemplate(source))));
    }

    private static List<String> lastOfEach(DataSource source) {
        return said(new TransactionTable(new JdbcTemplate(source)).lastOfEach("", 10));
    }

    private static List<String> said(List<Transaction> transactions) {
        return transactions.stream()
                .map(each -> each.id() + " " + each.iban() + " " + each.description())
                .toList();
    }
}
