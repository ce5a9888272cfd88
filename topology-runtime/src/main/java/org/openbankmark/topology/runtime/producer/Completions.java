package org.openbankmark.topology.runtime.producer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which futures given to users complete. What users chain to a future may take long, or send more; on the
 * threads that talk to the brokers it would hold up every other record. In the order of their acknowledgement. Thread-safe.
 */
public final class Completions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;
    private volatile boolean ended;

    /** Starts the thread. */
    public Completions(String threadName) {
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
        if (Thread.currentThread() != thread) {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            add(() -> reached.complete(null));
            reached.join();
        }
    }

    /** Runs what was added before, then ends the thread. Idempotent. */
    @Override
    public void close() {
        await();
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
