package org.openbankmark.topology.runtime.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.producer.CompletedElsewhere;
import org.openbankmark.topology.runtime.producer.CompletingThread;

/**
 * Commands that wait for a reply, by key. Never more than its limit; each is gone once answered, failed, cancelled or timed
 * out. Thread-safe.
 *
 * @param <R> what the replies have in common
 */
public final class PendingReplies<R> {
    private final String commands;
    private final int max;
    private final Duration timeout;
    private final ScheduledExecutorService timer;
    private final CompletingThread completions;
    private final ConcurrentMap<String, CompletableFuture<R>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile @Nullable Throwable ended;

    /**
     * @param commands the topic of the commands, for messages
     * @param timer fires the time-outs; closing it is the caller's
     * @param completions completes the futures, so that what users chain to them runs there, and must not wait there for another
     */
    public PendingReplies(
            String commands, int max, Duration timeout, ScheduledExecutorService timer, CompletingThread completions) {
        this.commands = commands;
        this.max = max;
        this.timeout = timeout;
        this.timer = timer;
        this.completions = completions;
    }

    /** Expects a reply with this key. The future has failed already where that is not possible. */
    public CompletableFuture<R> expect(String key) {
        Waiting reply = new Waiting(key);
        if (size.incrementAndGet() > max) {
            size.decrementAndGet();
            reply.completeExceptionally(new RejectedExecutionException(
                    max + " commands of " + commands + " wait for their reply already, which is the limit"));
            return reply;
        }
        if (waiting.putIfAbsent(key, reply) != null) {
            size.decrementAndGet();
            reply.completeExceptionally(new AlreadyPendingException("a command of " + commands + " with key " + key
                    + " waits for its reply already; a second could not be told from it"));
            return reply;
        }
        Future<?> expiry = expireLater(key, reply);
        reply.expiry = expiry;
        if (reply.isDone()) {
            expiry.cancel(false);
        }
        Throwable cause = ended;
        if (cause != null) {
            reply.completeExceptionally(cause);
        }
        return reply;
    }

    private Future<?> expireLater(String key, CompletableFuture<R> reply) {
        Runnable expire = () -> fail(
                reply,
                new TimeoutException("no reply to the command of " + commands + " with key " + key + " within "
                        + timeout.toMillis() + " ms"));
        try {
            return timer.schedule(expire, timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // Ended meanwhile: the caller sees that next, and fails the reply.
            return CompletableFuture.completedFuture(null);
        }
    }

    /** What waits with this key; null when nothing does: it is not ours, or was answered. */
    public @Nullable CompletableFuture<R> waitingFor(String key) {
        return waiting.get(key);
    }

    /** Answers. Of several answers the first counts. */
    public void complete(CompletableFuture<R> reply, R answer) {
        completions.execute(() -> reply.complete(answer));
    }

    /** Fails. */
    public void fail(CompletableFuture<R> reply, Throwable failure) {
        completions.execute(() -> reply.completeExceptionally(failure));
    }

    /** Fails all that wait, and all that come. */
    public void end(Throwable cause) {
        ended = cause;
        for (CompletableFuture<R> reply : new ArrayList<>(waiting.values())) {
            fail(reply, cause);
        }
    }

    /** How many wait. */
    public int size() {
        return size.get();
    }

    /** A timer whose cancelled time-outs are gone at once, rather than kept until they would have fired. */
    public static ScheduledExecutorService newTimer(String threadName) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * A reply that is waited for. Its place is free before anybody learns of its end: whoever then sends the next command
     * at once is not refused for the sake of this one.
     */
    private final class Waiting extends CompletedElsewhere<R> {
        private final String key;
        private volatile @Nullable Future<?> expiry;

        private Waiting(String key) {
            this.key = key;
        }

        @Override
        public boolean complete(R answer) {
            release();
            return super.complete(answer);
        }

        @Override
        public boolean completeExceptionally(Throwable failure) {
            release();
            return super.completeExceptionally(failure);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            release();
            return super.cancel(mayInterruptIfRunning);
        }

        @Override
        protected CompletingThread completing() {
            return completions;
        }

        private void release() {
            if (waiting.remove(key, this)) {
                size.decrementAndGet();
                Future<?> timeOut = expiry;
                if (timeOut != null) {
                    timeOut.cancel(false);
                }
            }
        }
    }
}
