package org.openbankmark.bank.graphql.live;

import java.util.concurrent.ArrayBlockingQueue;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/** One subscriber: what it wants, and a bounded buffer of what it has still to get. Filled by one thread at a time. */
final class Watcher {
    private final TransactionFilter filter;
    private final Sinks.Many<Transaction> sink;

    Watcher(TransactionFilter filter, int buffer) {
        this.filter = filter;
        this.sink = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
    }

    TransactionFilter filter() {
        return filter;
    }

    /** Hands a transaction over without waiting; false when there was no room, and the watcher has ended for it. */
    boolean offer(Transaction transaction) {
        if (!filter.matches(transaction) || sink.tryEmitNext(transaction) != EmitResult.FAIL_OVERFLOW) {
            return true;
        }
        sink.tryEmitError(new WatchEndedException(
                WatchEndedException.Reason.TOO_SLOW,
                "transactions came faster than they were taken; subscribe again with after_id"));
        return false;
    }

    void end() {
        sink.tryEmitError(new WatchEndedException(
                WatchEndedException.Reason.UNAVAILABLE, "the server stops; subscribe again with after_id"));
    }

    /** What was handed over, to be subscribed once. */
    Flux<Transaction> transactions() {
        return sink.asFlux();
    }
}
