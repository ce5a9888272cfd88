package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerCounters;
import org.openbankmark.topology.runtime.consumer.ConsumerState;

/** A consumer as seen from outside, whoever feeds it. */
public final class RunningConsumer implements ConsumerControl {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(365);
    // What the threads need beyond the limit to notice that it is over.
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Lifecycle lifecycle;
    private final Counters counters;
    private final Supplier<OptionalLong> lag;
    private final Runnable closeRequested;
    private final BooleanSupplier onOwnThread;

    /**
     * @param lag records behind the end
     * @param closeRequested wakes whoever closes it
     * @param onOwnThread whether the calling thread is one of the consumer's: such a thread cannot wait for its own end
     */
    public RunningConsumer(
            Lifecycle lifecycle,
            Counters counters,
            Supplier<OptionalLong> lag,
            Runnable closeRequested,
            BooleanSupplier onOwnThread) {
        this.lifecycle = lifecycle;
        this.counters = counters;
        this.lag = lag;
        this.closeRequested = closeRequested;
        this.onOwnThread = onOwnThread;
    }

    /** Whether the caller is called by this consumer's handler, and so cannot wait for its end. */
    public boolean ownsCurrentThread() {
        return onOwnThread.getAsBoolean();
    }

    @Override
    public ConsumerState state() {
        return lifecycle.state();
    }

    @Override
    public Optional<Throwable> failure() {
        return lifecycle.failure();
    }

    @Override
    public OptionalLong lag() {
        return lag.get();
    }

    @Override
    public ConsumerCounters counters() {
        return counters.snapshot();
    }

    @Override
    public CompletableFuture<Void> stopped() {
        return lifecycle.stopped().copy();
    }

    @Override
    public void close() {
        close(CLOSE_LIMIT);
    }

    @Override
    public void close(Duration asked) {
        Duration limit = asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        if (!lifecycle.stopped().isDone()) {
            lifecycle.requestClose(limit);
            closeRequested.run();
        }
        if (ownsCurrentThread()) {
            return;
        }
        try {
            lifecycle.stopped().get(limit.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException ended) {
            // A failure is told by failure(); what is not done in time goes on to its end without the caller.
            return;
        }
    }
}
