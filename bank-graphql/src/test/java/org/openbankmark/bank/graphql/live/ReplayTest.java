package org.openbankmark.bank.graphql.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.limits.LimitsForTests;
import org.openbankmark.bank.graphql.transaction.Direction;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Who comes back gets what it missed, whichever filter it has and however much that lets through. */
@ExtendWith(BankExtension.class)
class ReplayTest {
    private static final long HUGE = Integer.MAX_VALUE;
    private static final int ROWS = 25_000;
    /** Every second one is of the account A; each filter lets one of the last two through. */
    private static final String FILL = """
            INSERT INTO transaction_entry
            SELECT id, CASE WHEN id % 2 = 0 OR id > {rows} THEN 'A' ELSE 'B' END, id, 0,
                CASE WHEN id > {rows} THEN {huge} ELSE id END * CASE WHEN id % 3 = 0 THEN -1 ELSE 1 END, 'cash', ''
            FROM generate_series(1, {rows} + 2) AS id""";

    @Test
    void whatIsReadInRangesIsWhatIsReadAtOnce(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("replay");
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute(FILL.replace("{rows}", Integer.toString(ROWS)).replace("{huge}", Long.toString(HUGE)));
        jdbc.update("UPDATE last_transaction SET id = ?", ROWS + 2);
        TransactionTable table = new TransactionTable(jdbc);
        List<Transaction> all = table.between(new TransactionFilter(null, null, null), 0, Long.MAX_VALUE, ROWS + 2);
        assertThat(all).hasSize(ROWS + 2);
        TransactionFeed feed = new TransactionFeed(source, table, LimitsForTests.of(100));
        feed.start();
        try (TransactionStream stream = new TransactionStream(table, feed, LimitsForTests.of(100))) {
            for (String iban : new String[] {null, "A"}) {
                for (Long least : new Long[] {null, 20_000L, HUGE}) {
                    for (Direction direction : new Direction[] {null, Direction.DEBIT, Direction.CREDIT}) {
                        for (long after : new long[] {7, ROWS - 10}) {
                            same(stream, new TransactionFilter(iban, least, direction), after, all);
                        }
                    }
                }
            }
        } finally {
            feed.stop();
        }
    }

    @Test
    void theFewOfAnAccountAmongMillionsAreReadInOneGo(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("replay_few");
        JdbcTemplate jdbc = new JdbcTemplate(source);
        long last = 5_000_000;
        for (long id : new long[] {1, last}) {
            jdbc.update("INSERT INTO transaction_entry VALUES (?, 'A', ?, 0, 1, 'cash', '')", id, id);
        }
        jdbc.update("UPDATE last_transaction SET id = ?", last);
        CountingTemplate counting = new CountingTemplate(source);
        TransactionFeed feed = new TransactionFeed(source, new TransactionTable(jdbc), LimitsForTests.of(100));
        feed.start();
        try (TransactionStream stream =
                new TransactionStream(new TransactionTable(counting), feed, LimitsForTests.of(100))) {
            assertThat(stream.of(new TransactionFilter("A", null, null), 0L)
                            .take(2)
                            .map(Transaction::id)
                            .collectList()
                            .block(Duration.ofSeconds(20)))
                    .containsExactly(1L, last);
        } finally {
            feed.stop();
        }
        assertThat(counting.queries).hasValueLessThan(3);
    }

    private static final class CountingTemplate extends JdbcTemplate {
        private final AtomicInteger queries = new AtomicInteger();

        private CountingTemplate(DataSource source) {
            super(source);
        }

        @Override
        public <T> List<T> query(String sql, RowMapper<T> rowMapper, Object... values) {
            queries.incrementAndGet();
            return super.query(sql, rowMapper, values);
        }
    }

    private static void same(TransactionStream stream, TransactionFilter filter, long after, List<Transaction> all) {
        List<Transaction> expected = all.stream()
                .filter(transaction -> transaction.id() > after && filter.matches(transaction))
                .toList();
        long last = expected.get(expected.size() - 1).id();
        assertThat(stream.of(filter, after)
                        .takeUntil(transaction -> transaction.id() == last)
                        .collectList()
                        .block(Duration.ofSeconds(20)))
                .as("%s after %d", filter, after)
                .isEqualTo(expected);
    }
}
