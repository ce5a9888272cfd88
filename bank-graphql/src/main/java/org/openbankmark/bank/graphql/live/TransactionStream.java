package org.openbankmark.bank.graphql.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Transactions for a subscriber, in the order of their ids: first those that it missed, then the new ones, without a gap and
 * none twice. It fails with a {@link WatchEndedException} when it does not keep up. Thread-safe.
 */
@Component
public final class TransactionStream implements AutoCloseable {
    private static final int PAGE = 250;
    /**
     * Ids that are looked through at once: a filter that little passes would else read all that ever happened in one go. Those of an account
     * stand side by side in an index, so there a page reads no more than it has, however few they are among the others.
     */
    private static final long RANGE = 10_000;
    /** Who comes back reads with these, and so leaves most of the database's connections to everybody else. */
    private static final int READERS = 2;
    /** Taken from the buffer at once; what is under way beyond it counts against the subscriber. */
    private static final int AHEAD = 16;

    private final TransactionTable table;
    private final TransactionFeed feed;
    private final Scheduler reads;
    private final Scheduler hands = Schedulers.parallel();

    /** Of what the feed hands out, and of what is in the table. */
    public TransactionStream(TransactionTable table, TransactionFeed feed, Limits limits) {
        this.table = table;
        this.feed = feed;
        // A subscriber has one read at a time, so there is room for all of them.
        this.reads = Schedulers.newBoundedElastic(READERS, limits.subscribers(), "replay", 60, true);
    }

    /**
     * A stream for one subscriber.
     *
     * @param afterId the last id that it has seen; null to begin with what comes next
     */
    public Flux<Transaction> of(TransactionFilter filter, @Nullable Long afterId) {
        return Flux.defer(() -> afterId == null
                        ? live(filter, feed.position())
                        : missed(filter, new AtomicLong(Math.max(0, afterId))))
                .publishOn(hands, AHEAD);
    }

    /**
     * Page by page, so that a long absence takes no memory; the live ones are joined only when the rest is about one page.
     *
     * @param seen all up to this has been handed over
     */
    private Flux<Transaction> missed(TransactionFilter filter, AtomicLong seen) {
        return Mono.fromCallable(() -> page(filter, seen))
                .subscribeOn(reads)
                .flatMapIterable(page -> page)
                .repeat(() -> feed.position() - seen.get() > PAGE)
                .concatWith(Flux.defer(() -> live(filter, seen.get())));
    }

    /** Those of the next range of ids, or of all, or as many of them as make a page. */
    private List<Transaction> page(TransactionFilter filter, AtomicLong seen) {
        long after = seen.get();
        long position = feed.position();
        long last = filter.isOfAccountAlone() ? position : Math.min(position, after + RANGE);
        if (last <= after) {
            return List.of();
        }
        List<Transaction> page = table.between(filter, after, last, PAGE);
        seen.set(page.size() == PAGE ? page.get(PAGE - 1).id() : last);
        return page;
    }

    private Flux<Transaction> live(TransactionFilter filter, long after) {
        Watcher watcher = feed.watchers().add(filter);
        // Asked after the watcher was added: what it is not handed is at or below this.
        long joined = feed.position();
        Flux<Transaction> between = joined <= after
                ? Flux.empty()
                : Mono.fromCallable(() -> table.between(filter, after, joined, Integer.MAX_VALUE))
                        .subscribeOn(reads)
                        .flatMapIterable(page -> page);
        return between.concatWith(
                        watcher.transactions().filter(transaction -> transaction.id() > Math.max(after, joined)))
                .doFinally(end -> feed.watchers().remove(watcher));
    }

    @Override
    public void close() {
        reads.dispose();
    }
}
