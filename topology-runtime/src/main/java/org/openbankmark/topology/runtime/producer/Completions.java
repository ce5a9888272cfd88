package org.openbankmark.topology.runtime.producer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which futures given to users complete. What users chain to a future may take long, or send more; on the
 * threads that talk to the brokers it would hold up every other record. In the order of their acknowledgement. Thread-safe.
 */
public final class Completions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final Duration closeLimit;
    private volatile boolean asleep;
    private volatile boolean closed;
    private volatile boolean ended;

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
    public void add(Runnable completion) {
        queue.add(completion);
        if (ended) {
            drain();
        } else if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until all that was added before has run. Returns at once on the thread itself. */
    public void await() {
        if (!isOwnThread()) {
            reached().join();
        }
    }

    /**
     * To be called before waiting for a future that completes here.
     *
     * @throws IllegalStateException on the thread itself, which would wait for its own next step without end
     */
    void requireOtherThread() {
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
        add(() -> reached.complete(null));
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

    private void run() {
        while (!closed) {
            drain();
            asleep = true;
            if (queue.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
        }
        // Whoever adds after this line sees it and drains; whoever added before is drained here.
        ended = true;
        drain();
    }

    private void drain() {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            try {
                next.run();
            } catch (Throwable failure) {
                // A future keeps what its dependents throw, so this is the JVM's own trouble; the thread must live on.
                LOG.error("a completion failed", failure);
            }
        }
    }
}
