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

/** Subscriptions while they run: so many at once, and none longer than the session that it began with. Thread-safe. */
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
     * Results over a WebSocket.
     *
     * @throws Refusal when the connection has as many subscriptions as it may; the results are not subscribed to then, so nothing is
     *     done for them
     */
    Flux<Object> overSocket(Publisher<?> results, Visitor visitor) {
        if (!visitor.subscribe(limits.subscriptionsPerConnection())) {
            throw new Refusal(
                    Code.TOO_MANY,
                    "a connection may have " + limits.subscriptionsPerConnection() + " subscriptions at once");
        }
        watch.add(visitor);
        return whileLoggedIn(results, visitor).doFinally(end -> {
            if (visitor.unsubscribe()) {
                watch.remove(visitor);
            }
        });
    }

    /**
     * Results as an event stream. Whoever publishes writes it; in a thread of its own a slow reader holds up nobody else.
     *
     * @throws Refusal when the address has as many connections as it may
     */
    Flux<Object> asEvents(Publisher<?> results, Visitor visitor) {
        if (!connections.enter(visitor.address())) {
            throw new Refusal(Code.TOO_MANY, "there are too many connections from your address");
        }
        watch.add(visitor);
        Scheduler own = Schedulers.newSingle("event-stream", true);
        return whileLoggedIn(results, visitor).publishOn(own, 1).doFinally(end -> {
            watch.remove(visitor);
            connections.leave(visitor.address());
            own.dispose();
        });
    }

    private static Flux<Object> whileLoggedIn(Publisher<?> results, Visitor visitor) {
        return Flux.<Object>from(results).takeUntilOther(visitor.expulsion().then(Mono.error(() -> ended())));
    }

    private static SubscriptionPublisherException ended() {
        Refusal refusal = new Refusal(Code.UNAUTHENTICATED, "the session has ended");
        return new SubscriptionPublisherException(List.of(Refusals.error(refusal)), refusal);
    }
}
