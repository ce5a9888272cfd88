package org.openbankmark.topology.graphql.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one subscriber has still to get: a bounded buffer, emptied on an executor as the subscriber demands (Reactive Streams
 * 1.0.4). Who fills it never waits. Thread-safe.
 *
 * @param <T> the record
 */
final class Delivery<T> implements Subscription, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** After so many in one turn, others get theirs. */
    private static final int TURN = 64;

    private final Subscriber<? super T> subscriber;
    private final int capacity;
    private final Executor executor;
    private final Consumer<Delivery<T>> ended;
    private final AtomicInteger turns = new AtomicInteger();
    private final Object lock = new Object();
    // Guarded by the lock
    private final Deque<T> buffer = new ArrayDeque<>(4);
    private long demand;
    private boolean done;
    private @Nullable Throwable failure;
    private boolean completed;

    /** @param ended told once, when it takes nothing any more */
    Delivery(Subscriber<? super T> subscriber, int capacity, Executor executor, Consumer<Delivery<T>> ended) {
        this.subscriber = subscriber;
        this.capacity = capacity;
        this.executor = executor;
        this.ended = ended;
    }

    /** Adds a record; false if the buffer was full, and the delivery has failed for it. */
    boolean offer(T record) {
        boolean accepted;
        synchronized (lock) {
            if (done || completed || failure != null) {
                return true;
            }
            accepted = buffer.size() < capacity;
            if (accepted) {
                buffer.add(record);
            } else {
                failure = new SubscriptionClosedException(
                        SubscriptionClosedException.Reason.TOO_SLOW,
                        "the subscription was closed: " + capacity + " records waited for the subscriber");
                buffer.clear();
            }
        }
        if (!accepted) {
            ended.accept(this);
        }
        takeTurn();
        return accepted;
    }

    /** Ends it with an error, at once: what is buffered is dropped. */
    void fail(Throwable cause) {
        synchronized (lock) {
            if (done || failure != null) {
                return;
            }
            failure = cause;
            buffer.clear();
        }
        ended.accept(this);
        takeTurn();
    }

    /** Ends it once the buffer is empty. */
    void complete() {
        synchronized (lock) {
            completed = true;
        }
        takeTurn();
    }

    @Override
    public void request(long n) {
        synchronized (lock) {
            if (done) {
                return;
            }
            if (n <= 0) {
                // Reactive Streams 3.9
                failure = new IllegalArgumentException("a subscriber must request at least 1 element, not " + n);
                buffer.clear();
            } else {
                demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            }
        }
        if (n <= 0) {
            ended.accept(this);
        }
        takeTurn();
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            if (done) {
                return;
            }
            done = true;
            buffer.clear();
        }
        ended.accept(this);
    }

    private void takeTurn() {
        if (turns.getAndIncrement() == 0) {
            execute();
        }
    }

    private void execute() {
        try {
            executor.execute(this);
        } catch (RejectedExecutionException closed) {
            LOG.debug("a subscriber is not told of the end, because the executor ended before", closed);
        }
    }

    @Override
    public void run() {
        int seen = turns.get();
        for (int i = 0; ; ) {
            T next;
            synchronized (lock) {
                if (done) {
                    return;
                }
                next = demand > 0 && failure == null ? buffer.poll() : null;
                if (next != null) {
                    demand--;
                } else if (failure != null || (completed && buffer.isEmpty())) {
                    done = true;
                    break;
                }
            }
            if (next == null) {
                seen = turns.addAndGet(-seen);
                if (seen == 0) {
                    return;
                }
            } else if (!isTaken(next)) {
                return;
            } else if (++i == TURN) {
                execute();
                return;
            }
        }
        end();
    }

    private boolean isTaken(T record) {
        try {
            subscriber.onNext(record);
            return true;
        } catch (RuntimeException | Error thrown) {
            // Reactive Streams 2.13: such a subscriber counts as having cancelled.
            LOG.warn("a subscriber threw, and gets no more", thrown);
            cancel();
            return false;
        }
    }

    private void end() {
        Throwable cause = failure;
        try {
            if (cause == null) {
                ended.accept(this);
                subscriber.onComplete();
            } else {
                subscriber.onError(cause);
            }
        } catch (RuntimeException thrown) {
            LOG.warn("a subscriber threw at the end of its subscription", thrown);
        }
    }
}
