package org.openbankmark.topology.runtime.producer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which futures given to users complete. What users chain to a future may take long, or send more; on the
 * threads that talk to the brokers it would hold up every other record. In the order of their acknowledgement. Thread-safe.
 */
public final class Completions implements CompletingThread, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    /** In the place of the last step while the thread sleeps: whoever adds to it wakes the thread, and nobody else does. */
    private static final Step ASLEEP = new Task(() -> {});
    /** The same once the thread has ended. */
    private static final Step ENDED = new Task(() -> {});

    // The last one added, with all before it linked behind. Taken off all at once: what a broker acknowledges together
    // costs one exchange, and one wake-up at most.
    private final AtomicReference<@Nullable Step> last = new AtomicReference<>();
    private final Thread thread;
    private final Duration closeLimit;
    private volatile boolean closed;

    /** Starts the thread. */
    public Completions(String threadName) {
        this(threadName, CLOSE_LIMIT);
    }

    /** @param closeLimit how long {@link #close()} waits for what users chained */
    Completions(String threadName, Duration closeLimit) {
        this.closeLimit = closeLimit;
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a completion soon; at once, on the calling thread, when closed. Else never blocks. */
    @Override
    public void execute(Runnable completion) {
        add(new Task(completion));
    }

    /** Completes a future soon, as {@link #execute} does. */
    <T> void complete(CompletableFuture<T> future, @Nullable T value) {
        add(new Success<>(future, value));
    }

    /** The same exceptionally. */
    void fail(CompletableFuture<?> future, Throwable failure) {
        add(new Failure(future, failure));
    }

    private void add(Step step) {
        Step before;
        do {
            before = last.get();
            if (before == ENDED) {
                run(step);
                return;
            }
            step.link = before == ASLEEP ? null : before;
        } while (!last.compareAndSet(before, step));
        if (before == ASLEEP) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until all that was added before has run. Returns at once on the thread itself. */
    public void await() {
        if (!isOwnThread()) {
            reached().join();
        }
    }

    @Override
    public void requireOtherThread() {
        if (isOwnThread()) {
            throw new IllegalStateException("this runs on " + thread.getName()
                    + ", which completes the futures of sends and requests: waiting for one here would never end;"
                    + " chain what comes after it with thenCompose, or go to a thread of your own with thenApplyAsync");
        }
    }

    private boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    private CompletableFuture<Void> reached() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        execute(() -> reached.complete(null));
        return reached;
    }

    /**
     * Runs what was added before, then ends the thread. Idempotent. What users chained and does not end is waited for 30 s,
     * and goes on without the caller.
     */
    @Override
    public void close() {
        if (!isOwnThread()) {
            try {
                reached().get(closeLimit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException late) {
                LOG.warn(
                        "what is chained to the futures of sends or requests has not ended within {} ms; it is not"
                                + " waited for any longer",
                        closeLimit.toMillis());
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("only ever completed normally", impossible);
            }
        }
        closed = true;
        LockSupport.unpark(thread);
    }

    @SuppressWarnings("ThreadPriorityCheck") // where the system does not yield, only speed is lost
    private void run() {
        while (!closed) {
            runAll(last.getAndSet(null));
            // Woken by the first of many, it may have taken the processor from the thread that was about to add the
            // rest.
            Thread.yield();
            if (last.compareAndSet(null, ASLEEP)) {
                while (last.get() == ASLEEP && !closed) {
                    LockSupport.park(this);
                    Thread.interrupted(); // a flag that something chained left set would keep it from sleeping
                }
                last.compareAndSet(ASLEEP, null);
            }
        }
        runAll(last.getAndSet(ENDED));
    }

    private static void runAll(@Nullable Step newest) {
        for (Step next = oldestFirst(newest); next != null; next = next.link) {
            run(next);
        }
    }

    private static @Nullable Step oldestFirst(@Nullable Step newest) {
        Step reversed = null;
        Step next = newest;
        while (next != null) {
            Step moved = next;
            next = moved.link;
            moved.link = reversed;
            reversed = moved;
        }
        return reversed;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (Throwable failure) {
            // A future keeps what its dependents throw, so this is the JVM's own trouble; the thread must live on.
            LOG.error("a completion failed", failure);
        }
    }

    /**
     * One link of the queue. An object of its own, although there is one for each record: a future that has waited for long is
     * in an old place of the heap, where each write costs the collector more than a new object does.
     */
    private abstract static class Step {
        @Nullable
        Step link;

        abstract void run();
    }

    private static final class Task extends Step {
        private final Runnable completion;

        Task(Runnable completion) {
            this.completion = completion;
        }

        @Override
        void run() {
            completion.run();
        }
    }

    private static final class Success<T> extends Step {
        private final CompletableFuture<T> future;
        private final @Nullable T value;

        Success(CompletableFuture<T> future, @Nullable T value) {
            this.future = future;
            this.value = value;
        }

        @Override
        void run() {
            future.complete(value);
        }
    }

    private static final class Failure extends Step {
        private final CompletableFuture<?> future;
        private final Throwable reason;

        Failure(CompletableFuture<?> future, Throwable reason) {
            this.future = future;
            this.reason = reason;
        }

        @Override
        void run() {
            future.completeExceptionally(reason);
        }
    }
}
