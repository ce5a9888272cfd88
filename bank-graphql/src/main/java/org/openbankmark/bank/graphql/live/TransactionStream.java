package org.openbankmark.bank.graphql.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
public final class TransactionStream {
    private static final int PAGE = 250;
    /** Taken from the buffer at once; what is under way beyond it counts against the subscriber. */
    private static final int AHEAD = 16;

    private final TransactionTable table;
    private final TransactionFeed feed;
    private final Scheduler reads = Schedulers.boundedElastic();
    private final Scheduler hands = Schedulers.parallel();

    TransactionStream(TransactionTable table, TransactionFeed feed) {
        this.table = table;
        this.feed = feed;
    }

    /**
     * A stream for one subscriber.
     *
     * @param afterId the last id that it has seen; null to begin with what comes next
     */
    public Flux<Transaction> of(TransactionFilter filter, @Nullable Long afterId) {
        return Flux.defer(() -> afterId == null ? live(filter, feed.position()) : missed(filter, afterId));
    }

    /** Page by page, so that a long absence takes no memory; the live ones are joined only when the rest is one page. */
    private Flux<Transaction> missed(TransactionFilter filter, long after) {
        long last = feed.position();
        return page(filter, after, last).flatMapMany(page -> {
            Flux<Transaction> next = page.size() == PAGE
                    ? Flux.defer(() -> missed(filter, page.get(page.size() - 1).id()))
                    : Flux.defer(() -> live(filter, Math.max(after, last)));
            return Flux.fromIterable(page).concatWith(next);
        });
    }

    private Flux<Transaction> live(TransactionFilter filter, long after) {
        Watcher watcher = feed.watchers().add(filter);
        // Asked after the watcher was added: what it is not handed is at or below this.
        long joined = feed.position();
        Flux<Transaction> between = joined <= after
                ? Flux.empty()
                : page(filter, after, joined, Integer.MAX_VALUE).flatMapMany(Flux::fromIterable);
        return between.concatWith(
                        watcher.transactions().filter(transaction -> transaction.id() > Math.max(after, joined)))
                .publishOn(hands, AHEAD)
                .doFinally(end -> feed.watchers().remove(watcher));
    }

    private Mono<List<Transaction>> page(TransactionFilter filter, long after, long last) {
        return page(filter, after, last, PAGE);
    }

    private Mono<List<Transaction>> page(TransactionFilter filter, long after, long last, int most) {
        return Mono.fromCallable(() -> table.between(filter, after, last, most)).subscribeOn(reads);
    }
}
