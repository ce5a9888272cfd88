package org.openbankmark.bank.graphql.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.limits.LimitsForTests;
import org.openbankmark.bank.graphql.live.TransactionFeed;
import org.openbankmark.bank.graphql.live.TransactionStream;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Flux;

/** What an instance wrote it hands out without a look into the table, and still all comes once and in order. */
@ExtendWith(BankExtension.class)
class HandedOutAtOnceTest {
    private static final TransactionFilter ALL = new TransactionFilter(null, null, null);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void onlyWhatFollowsIsHandedOutAtOnce(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("at_once");
        TransactionWriter writer = new TransactionWriter(source);
        try (Instance instance = new Instance(source)) {
            List<Long> seen = new ArrayList<>();
            Flux<Transaction> stream = instance.stream.of(ALL, null).doOnNext(each -> seen.add(each.id()));
            var five = stream.take(5).collectList().toFuture();

            // Not in the table, so that nothing but the hand-over can bring it.
            Transaction first = new Transaction(1, "A", 5, 5, "cash", "only handed over");
            instance.feed.committed(List.of(first));
            instance.feed.committed(List.of(first));
            new JdbcTemplate(source).update("UPDATE last_transaction SET id = 1");
            // The second is written and not handed over, as another instance does; the third has to wait for it.
            writer.write(List.of(change("A", 2)));
            instance.feed.committed(writer.write(List.of(change("A", 3))));
            instance.feed.committed(writer.write(List.of(change("A", 4), change("B", 1))));

            assertThat(five.get()).first().isEqualTo(first);
            assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void subscribersOfSeveralInstancesSeeEachOnceAndInOrder(RunningBank bank) throws Exception {
        DataSource source = bank.servers().emptyView("at_once_by_three");
        int batches = 100;
        int all = 3 * 2 * batches;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Instance> instances = List.of(new Instance(source), new Instance(source), new Instance(source));
        try {
            List<Future<List<Long>>> seen = new ArrayList<>();
            List<Future<?>> written = new ArrayList<>();
            for (Instance instance : instances) {
                seen.add(instance.stream
                        .of(ALL, null)
                        .map(Transaction::id)
                        .take(all)
                        .collectList()
                        .toFuture());
            }
            for (Instance instance : instances) {
                String iban = "A" + written.size();
                written.add(threads.submit(() -> {
                    TransactionWriter writer = new TransactionWriter(source);
                    for (int batch = 0; batch < batches; batch++) {
                        instance.feed.committed(
                                writer.write(List.of(change(iban, 2L * batch + 1), change(iban, 2L * batch + 2))));
                    }
                    return null;
                }));
            }
            for (Future<?> end : written) {
                end.get();
            }
            List<Long> each = LongStream.rangeClosed(1, all).boxed().toList();
            for (Future<List<Long>> ids : seen) {
                assertThat(ids.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(each);
            }
        } finally {
            threads.shutdownNow();
            instances.forEach(Instance::close);
        }
    }

    private static Change change(String iban, long sequence) {
        return new Change(new BalanceChanged(iban, 5, 5, "cash", iban + sequence, sequence, new UUID(0, 1)), sequence);
    }

    private static final class Instance implements AutoCloseable {
        private final TransactionFeed feed;
        private final TransactionStream stream;

        Instance(DataSource source) {
            TransactionTable table = new TransactionTable(new JdbcTemplate(source));
            Limits limits = LimitsForTests.of(10);
            feed = new TransactionFeed(source, table, limits);
            stream = new TransactionStream(table, feed, limits);
            feed.start();
        }

        @Override
        public void close() {
            stream.close();
            feed.stop();
        }
    }
}
