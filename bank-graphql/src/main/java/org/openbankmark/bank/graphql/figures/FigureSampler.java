package org.openbankmark.bank.graphql.figures;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.openbankmark.topology.runtime.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Counts once a second while somebody looks, once for all who look; speeds are over the last five seconds. While Kafka is away
 * the topics stand still. Thread-safe.
 */
@Component
public final class FigureSampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FigureSampler.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final long FRESH_NANOSECONDS = Duration.ofMillis(900).toNanos();
    private static final int SAMPLES = 6;

    private final TransactionTable table;
    private final TopicEnds ends;
    private final Flux<BankFigures> stream;
    // Guarded by this
    private final Deque<Sample> samples = new ArrayDeque<>();

    FigureSampler(TransactionTable table, Settings settings) {
        this.table = table;
        this.ends = new TopicEnds(settings);
        this.stream = Flux.interval(Duration.ZERO, INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> now(), 1)
                .share();
    }

    /** The figures of now, or of a second ago. */
    public Mono<BankFigures> now() {
        return Mono.fromCallable(this::figures).subscribeOn(Schedulers.boundedElastic());
    }

    /** The figures once a second; who is slow misses some. */
    public Flux<BankFigures> stream() {
        return stream.onBackpressureLatest();
    }

    private synchronized BankFigures figures() throws InterruptedException {
        Sample last = samples.peekLast();
        long time = System.nanoTime();
        if (last == null || time - last.nanoTime() > FRESH_NANOSECONDS) {
            last = new Sample(time, table.accounts(), table.lastId(), events(last));
            samples.addLast(last);
            if (samples.size() > SAMPLES) {
                samples.removeFirst();
            }
        }
        return last.since(samples.getFirst());
    }

    private Map<String, Long> events(@Nullable Sample last) throws InterruptedException {
        try {
            return ends.positions();
        } catch (ExecutionException | TimeoutException away) {
            LOG.atDebug().log("Kafka does not tell where the topics end: {}", away.toString());
            return last == null ? Map.of() : last.events();
        }
    }

    @Override
    public void close() {
        ends.close();
    }
}
