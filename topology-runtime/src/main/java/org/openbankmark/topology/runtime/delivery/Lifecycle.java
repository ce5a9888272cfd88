package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.consumer.ConsumerState;

/** From start to stop: what a consumer is doing, and why it stopped. Thread-safe. */
public final class Lifecycle {
    private final BooleanSupplier retrying;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile boolean joined;
    private volatile boolean disconnected;
    private volatile boolean abandoned;

    /** @param retrying whether a record is being tried again */
    public Lifecycle(BooleanSupplier retrying) {
        this.retrying = retrying;
    }

    /** What the consumer is doing. */
    public ConsumerState state() {
        if (failure.get() != null) {
            return ConsumerState.FAILED;
        }
        if (stopped.isDone()) {
            return ConsumerState.CLOSED;
        }
        if (closing.get() != null) {
            return ConsumerState.CLOSING;
        }
        if (!joined) {
            return ConsumerState.STARTING;
        }
        if (disconnected) {
            return ConsumerState.DISCONNECTED;
        }
        return retrying.getAsBoolean() ? ConsumerState.RETRYING : ConsumerState.RUNNING;
    }

    /** The group has accepted the consumer. */
    public void joined() {
        joined = true;
    }

    /** Whether a broker can be reached. */
    public void connected(boolean connected) {
        disconnected = !connected;
    }

    /** Stops the consumer because of a fault. Only the first counts; later ones are added to it. */
    public void fail(Throwable cause) {
        if (!failure.compareAndSet(null, cause)) {
            Throwable first = failure.get();
            if (first != null && first != cause) {
                first.addSuppressed(cause);
            }
        }
        stopRequested.countDown();
    }

    /** Why it failed. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Asks it to close; of several limits the earliest counts. */
    public void requestClose(Duration limit) {
        Closing asked = Closing.within(limit);
        closing.accumulateAndGet(asked, (old, late) -> old == null || asked.endsBefore(old) ? asked : old);
        stopRequested.countDown();
    }

    /** Whether no further record may be begun. */
    public boolean stopping() {
        return failure.get() != null || closing.get() != null;
    }

    /** Waits, but no longer than until it is asked to stop. */
    public void awaitStopping(Duration limit) throws InterruptedException {
        if (stopRequested.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
    }

    /** What is left for the handler to finish. Zero unless closing was asked for. */
    public Duration timeToHandle() {
        Closing asked = closing.get();
        return asked == null ? Duration.ZERO : Closing.left(asked.handleByNanos());
    }

    /** What is left until all must be closed. Zero unless closing was asked for. */
    public Duration timeToClose() {
        Closing asked = closing.get();
        return asked == null ? Duration.ZERO : Closing.left(asked.closeByNanos());
    }

    /** The handler's time is over; whatever it still does counts no more. */
    public void abandon() {
        abandoned = true;
    }

    /** Whether the handler's time is over. */
    public boolean abandoned() {
        return abandoned;
    }

    /** All is stopped and released. */
    public void ended() {
        Throwable cause = failure.get();
        if (cause == null) {
            stopped.complete(null);
        } else {
            stopped.completeExceptionally(cause);
        }
    }

    /** Completes when it has stopped, exceptionally when it failed. */
    public CompletableFuture<Void> stopped() {
        return stopped;
    }
}
