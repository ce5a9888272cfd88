package org.openbankmark.bank.graphql.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All subscribers of this instance, found by the account that they watch. Thread-safe; published to by one thread at a time. */
final class Watchers {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    /** Stands for all accounts; no IBAN is empty. */
    private static final String ALL = "";

    private final int most;
    private final int buffer;
    private final Map<String, Set<Watcher>> byAccount = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder closedAsSlow = new LongAdder();

    /**
     * Without a subscriber.
     *
     * @param most subscribers at once
     * @param buffer transactions that may wait for one of them
     */
    Watchers(int most, int buffer) {
        this.most = most;
        this.buffer = buffer;
    }

    /**
     * Adds one; it gets what is published from now on.
     *
     * @throws WatchEndedException when there are as many as may be
     */
    Watcher add(TransactionFilter filter) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            throw new WatchEndedException(
                    WatchEndedException.Reason.TOO_MANY, "there are as many subscribers as may be; try again later");
        }
        Watcher watcher = new Watcher(filter, buffer);
        byAccount.compute(account(filter), (account, watchers) -> {
            Set<Watcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
            all.add(watcher);
            return all;
        });
        return watcher;
    }

    /** Removes one; again is no harm. */
    void remove(Watcher watcher) {
        byAccount.computeIfPresent(account(watcher.filter()), (account, watchers) -> {
            if (watchers.remove(watcher)) {
                count.decrementAndGet();
            }
            return watchers.isEmpty() ? null : watchers;
        });
    }

    void publish(Transaction transaction) {
        publish(byAccount.get(transaction.iban()), transaction);
        publish(byAccount.get(ALL), transaction);
    }

    private void publish(@Nullable Set<Watcher> watchers, Transaction transaction) {
        if (watchers == null) {
            return;
        }
        for (Watcher watcher : watchers) {
            if (!watcher.offer(transaction)) {
                remove(watcher);
                closedAsSlow.increment();
                LOG.atWarn().log("a subscriber is too slow, and is closed");
            }
        }
    }

    void endAll() {
        byAccount
                .values()
                .forEach(watchers -> watchers.forEach(watcher -> {
                    remove(watcher);
                    watcher.end();
                }));
    }

    int count() {
        return count.get();
    }

    long closedAsSlow() {
        return closedAsSlow.sum();
    }

    private static String account(TransactionFilter filter) {
        return filter.iban() == null ? ALL : filter.iban();
    }
}
