package org.openbankmark.bank.graphql.figures;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.openbankmark.topology.runtime.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Counts once a second while somebody looks, once for all who look; speeds are over the last five seconds. While Kafka is away
 * the topics stand still; while the database is away queries fail, and the stream waits for it. Thread-safe.
 */
@Component
public final class FigureSampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FigureSampler.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final long FRESH_NANOSECONDS = Duration.ofMillis(900).toNanos();
    /** So long Kafka is not asked again when it did not tell: each time takes seconds, for all who ask. */
    private static final long PAUSE_NANOSECONDS = Duration.ofSeconds(5).toNanos();

    private static final int WAITING = 1_000;

    private final TransactionTable table;
    private final TopicEnds ends;
    /** One thread, which waits for servers that are away, so that nobody else's does; all who ask share what it finds. */
    private final Scheduler thread = Schedulers.newBoundedElastic(1, WAITING, "figures", 60, true);

    private final Flux<BankFigures> stream;
    // Guarded by this
    private final RecentSamples samples = new RecentSamples();
    private @Nullable Long kafkaFailed;
    private @Nullable Long databaseFailed;
    private @Nullable DataAccessException databaseFailure;

    FigureSampler(TransactionTable table, Settings settings) {
        this.table = table;
        this.ends = new TopicEnds(settings);
        this.stream = Flux.interval(Duration.ZERO, INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> unlessAway(), 1)
                .share();
    }

    /**
     * The figures of now, or of a second ago.
     *
     * @return fails with a DataAccessException when the database is away, and with a RejectedExecutionException when too many wait
     */
    public Mono<BankFigures> now() {
        return Mono.fromCallable(this::figures).subscribeOn(thread);
    }

    /** The figures once a second; who is slow misses some. */
    public Flux<BankFigures> stream() {
        return stream.onBackpressureLatest();
    }

    /** A second without figures is no end: all who look share this stream. */
    private Mono<BankFigures> unlessAway() {
        return now().onErrorResume(
                        failure ->
                                failure instanceof DataAccessException || failure instanceof RejectedExecutionException,
                        away -> {
                            LOG.atDebug().log("no figures this second: {}", away.toString());
                            return Mono.empty();
                        });
    }

    private synchronized BankFigures figures() throws InterruptedException {
        Sample last = samples.last();
        if (last == null || !isWithin(last.nanoTime(), FRESH_NANOSECONDS)) {
            samples.add(sample(last));
        }
        return samples.figures();
    }

    private Sample sample(@Nullable Sample last) throws InterruptedException {
        // Those who waited while the database was asked are told the same, and do not each wait again.
        if (databaseFailure != null && isWithin(databaseFailed, FRESH_NANOSECONDS)) {
            throw databaseFailure;
        }
        databaseFailure = null;
        Map<String, Long> events = events(last);
        try {
            int accounts = table.accounts();
            long transactions = table.lastId();
            // Stamped when all is counted: a sample that took seconds is fresh for those who waited for it.
            return new Sample(System.nanoTime(), accounts, transactions, events);
        } catch (DataAccessException away) {
            databaseFailed = System.nanoTime();
            databaseFailure = away;
            throw away;
        }
    }

    private Map<String, Long> events(@Nullable Sample last) throws InterruptedException {
        Map<String, Long> before = last == null ? Map.of() : last.events();
        if (isWithin(kafkaFailed, PAUSE_NANOSECONDS)) {
            return before;
        }
        try {
            Map<String, Long> positions = ends.positions();
            kafkaFailed = null;
            return positions;
        } catch (ExecutionException | TimeoutException away) {
            kafkaFailed = System.nanoTime();
            LOG.atDebug().log("Kafka does not tell where the topics end: {}", away.toString());
            return before;
        }
    }

    private static boolean isWithin(@Nullable Long nanoTime, long nanoseconds) {
        return nanoTime != null && System.nanoTime() - nanoTime <= nanoseconds;
    }

    @Override
    public void close() {
        thread.dispose();
        ends.close();
    }
}
