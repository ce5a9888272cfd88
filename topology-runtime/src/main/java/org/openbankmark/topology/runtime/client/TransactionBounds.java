package org.openbankmark.topology.runtime.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a transaction begins and ends for those who send: a send is wholly within one or does not happen. Kafka's producer keeps a
 * record that comes while it commits or aborts, and refuses it only then. Thread-safe.
 */
final class TransactionBounds {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicReference<@Nullable Throwable> missing = new AtomicReference<>();
    private boolean begun;

    /** From here on there is a transaction. */
    void begin() {
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            begun = true;
        } finally {
            alone.unlock();
        }
    }

    /**
     * From here on there is none: waits for sends under way, and lets no other one begin. Without effect where there was none.
     *
     * @return why a record is missing from the transaction
     */
    Optional<Throwable> end() {
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            begun = false;
            return Optional.ofNullable(missing.getAndSet(null));
        } finally {
            alone.unlock();
        }
    }

    /**
     * Sends, if there is a transaction. It does not end before this returns.
     *
     * @param send is given whom to tell, before it returns, why its record is missing from the transaction
     */
    <T> Optional<T> within(Function<Missing, T> send) {
        Lock together = lock.readLock();
        together.lock();
        try {
            return begun ? Optional.of(send.apply(reason -> missing.compareAndSet(null, reason))) : Optional.empty();
        } finally {
            together.unlock();
        }
    }

    /** Is told of records that never got as far as Kafka's producer. */
    @FunctionalInterface
    interface Missing {
        void because(Throwable reason);
    }
}
