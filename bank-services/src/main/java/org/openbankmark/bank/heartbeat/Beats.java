package org.openbankmark.bank.heartbeat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.Heartbeat;
import org.openbankmark.bank.operations.log.LogField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that beats. A batch is sent when the one before is acknowledged: while no broker answers nothing piles up, and
 * the beats that were due are left out, not sent in a burst afterwards.
 */
final class Beats implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

    private static final long NANOS_PER_MILLISECOND = 1_000_000L;
    private static final Duration BATCH_LIMIT = Duration.ofSeconds(3);

    private final CurrentPace pace;
    private final Function<Heartbeat, ? extends CompletableFuture<?>> send;
    private final Counter sent;
    private final Counter failed;
    private final Thread thread = new Thread(this::beat, "heartbeat");
    private volatile boolean closed;
    private final AtomicLong next = new AtomicLong();

    private Beats(CurrentPace pace, Function<Heartbeat, ? extends CompletableFuture<?>> send, MeterRegistry meters) {
        this.pace = pace;
        this.send = send;
        this.sent = Counter.builder("bank.heartbeat.beats")
                .description("Beats that the brokers have")
                .register(meters);
        this.failed = Counter.builder("bank.heartbeat.failed")
                .description("Beats that could not be written")
                .register(meters);
        Gauge.builder("bank.heartbeat.batch.size", pace, now -> now.get().batchSize())
                .description("Beats sent at once, as set now")
                .register(meters);
        Gauge.builder("bank.heartbeat.wait.milliseconds", pace, now -> now.get().waitMs())
                .description("Milliseconds from one batch to the next, as set now")
                .register(meters);
    }

    /**
     * Starts to beat, from 0.
     *
     * @param broken gets what ended its thread other than closing
     */
    static Beats start(
            CurrentPace pace,
            Function<Heartbeat, ? extends CompletableFuture<?>> send,
            MeterRegistry meters,
            Consumer<Throwable> broken) {
        Beats beats = new Beats(pace, send, meters);
        beats.thread.setUncaughtExceptionHandler((ended, reason) -> {
            if (!beats.closed) {
                broken.accept(reason);
            }
        });
        beats.thread.start();
        return beats;
    }

    /** Beats sent so far, acknowledged or not. */
    long count() {
        return next.get();
    }

    /** Stops after the batch at hand, which is given three seconds. */
    @Override
    public void close() {
        closed = true;
        pace.end();
        try {
            thread.join(BATCH_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void beat() {
        long due = System.nanoTime();
        try {
            while (!closed) {
                Pace now = pace.get();
                sendBatch(now.batchSize());
                // On schedule while it can; from now on where it could not.
                due = Math.max(due + now.waitMs() * NANOS_PER_MILLISECOND, System.nanoTime());
                pace.awaitDue(due, now);
            }
        } catch (InterruptedException closing) {
            LOG.atDebug().log("interrupted, to stop");
        }
    }

    private void sendBatch(int size) throws InterruptedException {
        List<CompletableFuture<?>> batch = new ArrayList<>(size);
        for (int i = 0; i < size && !closed; i++) {
            batch.add(send.apply(new Heartbeat(next.getAndIncrement())));
        }
        @Nullable Throwable failure = null;
        for (CompletableFuture<?> beat : batch) {
            try {
                beat.get();
                sent.increment();
            } catch (ExecutionException notWritten) {
                failed.increment();
                failure = notWritten.getCause();
            }
        }
        if (failure != null) {
            LOG.atWarn()
                    .addKeyValue(LogField.TOPIC, BankTopics.Names.HEARTBEAT)
                    .log("beats of a batch of {} could not be written: {}", size, String.valueOf(failure.getMessage()));
        }
    }
}
