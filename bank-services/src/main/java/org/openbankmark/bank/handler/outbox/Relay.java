package org.openbankmark.bank.handler.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbankmark.topology.runtime.client.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, in order, each event exactly once for readers of what is committed. Of the relays of all handlers
 * one is at work; when it ends, another takes over within a second. Whatever fails, it starts over from what PostgreSQL and Kafka
 * say, until it is closed. See docs/decisions/outbox-relay.md.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long LOOK_MILLIS = 10;
    private static final long LOOK_HARD_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
    private static final Duration STANDBY_LIMIT = Duration.ofSeconds(10);

    private final Database database;
    private final Supplier<EventSender> senders;
    private final RelaySignal signal;
    private final Forgotten forgotten;
    private final RelaySteps steps;
    private final StandbyWatch standby;
    private final RelayState state = new RelayState();
    private final Thread thread = new Thread(this::run, "relay");
    private volatile boolean closing;

    Relay(
            Database database,
            Supplier<EventSender> senders,
            RelaySignal signal,
            Forgotten forgotten,
            RelaySteps steps,
            StandbyWatch standby,
            Consumer<Throwable> broken) {
        this.database = database;
        this.senders = senders;
        this.signal = signal;
        this.forgotten = forgotten;
        this.steps = steps;
        this.standby = standby;
        thread.setUncaughtExceptionHandler((ended, reason) -> broken.accept(reason));
    }

    /**
     * Starts a relay, which waits by itself for what is away.
     *
     * @param broken gets the error that ended its thread, such as one of the JVM: it starts over after any exception
     */
    public static Relay start(
            Database database,
            EventSenders senders,
            RelaySignal signal,
            Forgotten forgotten,
            MeterRegistry meters,
            Consumer<Throwable> broken) {
        Relay relay = new Relay(
                database, senders::open, signal, forgotten, RelaySteps.NONE, new StandbyWatch(STANDBY_LIMIT), broken);
        Gauge.builder("bank.outbox.events", relay.state, RelayState::depth)
                .description("events that wait to be sent, as the relay at work sees it")
                .register(meters);
        Gauge.builder("bank.relay.leading", relay.state, RelayState::isLeading)
                .description("1 where the relay is at work, 0 where it stands by")
                .register(meters);
        FunctionCounter.builder("bank.relay.sent", relay.state, RelayState::sent)
                .description("events that were sent")
                .register(meters);
        relay.start();
        return relay;
    }

    void start() {
        thread.start();
    }

    /** What keeps it from sending; empty while it sends, or stands by for another that does. */
    public Optional<String> problem() {
        return state.problem();
    }

    /** Sends what is there, for at most 3 seconds, then ends. What is left is sent by the next. */
    @Override
    public void close() {
        closing = true;
        signal.wake();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
            thread.interrupt();
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            thread.interrupt();
        }
    }

    private void run() {
        long pause = 100;
        while (!closing) {
            try {
                term();
                pause = 100;
            } catch (InterruptedException interrupted) {
                return;
            } catch (Exception failure) {
                signal.relayIsHere(false);
                if (closing) {
                    return;
                }
                state.failed(reason(failure));
                LOG.warn("the relay starts over in {} ms: {}", pause, reason(failure));
                LOG.debug("the relay starts over", failure);
                try {
                    signal.await(pause);
                } catch (InterruptedException interrupted) {
                    return;
                }
                pause = Math.min(2_000, pause * 2);
            }
        }
    }

    /** Stands by for a moment, or is at work until something fails. */
    private void term() throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            Optional<Leadership> taken = Leadership.take(connection);
            while (taken.isEmpty() && !closing) {
                state.waiting(standby.look(OutboxTable.oldest(connection), System.nanoTime()));
                signal.await(LOOK_HARD_NANOS / 1_000_000);
                taken = Leadership.take(connection);
            }
            if (taken.isPresent()) {
                lead(taken.get());
            }
        }
    }

    private void lead(Leadership leadership) throws SQLException, InterruptedException {
        try (EventSender sender = senders.get()) {
            RelayTerm term = new RelayTerm(leadership.connection(), sender, state, steps);
            term.resume(forgotten);
            leadership.atWork();
            LOG.info("the relay is at work");
            signal.relayIsHere(true);
            state.leading();
            while (true) {
                if (!term.cycle()) {
                    if (closing) {
                        return;
                    }
                    await(leadership);
                }
            }
        } finally {
            signal.relayIsHere(false);
        }
    }

    /** Until something was written here, or elsewhere, or half a second has passed. */
    private void await(Leadership leadership) throws SQLException, InterruptedException {
        long until = System.nanoTime() + LOOK_HARD_NANOS;
        while (!closing && System.nanoTime() < until) {
            if (signal.await(LOOK_MILLIS) || leadership.notified()) {
                return;
            }
        }
    }

    private static String reason(Exception failure) {
        String kind = failure instanceof SQLException
                ? "PostgreSQL: "
                : failure instanceof TransactionException transaction
                        ? "Kafka, transaction " + transaction.outcome() + ": "
                        : "";
        return kind + failure.getMessage();
    }
}
