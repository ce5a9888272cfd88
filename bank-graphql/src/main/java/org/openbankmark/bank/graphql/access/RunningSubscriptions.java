package org.openbankmark.bank.graphql.access;

import java.util.List;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.limits.OpenConnections;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Subscriptions while they run: so many at once, and none longer than the session that it began with. A place is taken when the
 * results are subscribed to and not before, since results that nobody subscribes to never end. Thread-safe.
 */
@Component
final class RunningSubscriptions {
    private final SessionWatch watch;
    private final Limits limits;
    private final OpenConnections connections;

    RunningSubscriptions(SessionWatch watch, Limits limits, OpenConnections connections) {
        this.watch = watch;
        this.limits = limits;
        this.connections = connections;
    }

    /**
     * Results over a WebSocket. They fail with {@link Code#TOO_MANY}, and nothing is done for them, when the connection has as many
     * subscriptions as it may.
     */
    Flux<Object> overSocket(Publisher<?> results, Visitor visitor) {
        return Flux.using(
                () -> {
                    if (!visitor.subscribe(limits.subscriptionsPerConnection())) {
                        throw ended(new Refusal(
                                Code.TOO_MANY,
                                "a connection may have " + limits.subscriptionsPerConnection()
                                        + " subscriptions at once"));
                    }
                    watch.add(visitor);
                    return visitor;
                },
                place -> whileLoggedIn(results, visitor),
                place -> {
                    if (visitor.unsubscribe()) {
                        watch.remove(visitor);
                    }
                });
    }

    /**
     * Results as an event stream. They fail with {@link Code#TOO_MANY} when the address has as many connections as it may. Whoever
     * publishes writes it; in a thread of its own a slow reader holds up nobody else.
     */
    Flux<Object> asEvents(Publisher<?> results, Visitor visitor) {
        return Flux.using(
                () -> {
                    if (!connections.enter(visitor.address())) {
                        throw ended(new Refusal(Code.TOO_MANY, "there are too many connections from your address"));
                    }
                    watch.add(visitor);
                    return visitor.address();
                },
                address -> {
                    Scheduler own = Schedulers.newSingle("event-stream", true);
                    return whileLoggedIn(results, visitor).publishOn(own, 1).doFinally(end -> own.dispose());
                },
                address -> {
                    watch.remove(visitor);
                    connections.leave(address);
                });
    }

    private static Flux<Object> whileLoggedIn(Publisher<?> results, Visitor visitor) {
        return Flux.<Object>from(results)
                .takeUntilOther(visitor.expulsion()
                        .then(Mono.error(() -> ended(new Refusal(Code.UNAUTHENTICATED, "the session has ended")))));
    }

    private static SubscriptionPublisherException ended(Refusal refusal) {
        return new SubscriptionPublisherException(List.of(Refusals.error(refusal)), refusal);
    }
}
