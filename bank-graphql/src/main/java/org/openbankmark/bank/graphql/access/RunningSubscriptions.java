package org.openbankmark.bank.graphql.access;

import java.util.List;
import java.util.Optional;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.limits.OpenConnections;
import org.openbankmark.bank.graphql.limits.OpenSubscriptions;
import org.openbankmark.bank.graphql.limits.UnsentAnswers.Answer;
import org.openbankmark.bank.graphql.login.Session;
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
    private final OpenSubscriptions subscriptions;

    RunningSubscriptions(
            SessionWatch watch, Limits limits, OpenConnections connections, OpenSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
        this.watch = watch;
        this.limits = limits;
        this.connections = connections;
    }

    /**
     * Results over a WebSocket. They fail with {@link Code#TOO_MANY}, and nothing is done for them, when the connection or its address
     * has as many subscriptions as it may.
     *
     * @param session that it began with; empty for what is for everybody
     * @param answer by which the place is kept until what was told has left
     */
    Flux<Object> overSocket(
            Publisher<?> results, Optional<Session> session, SocketConnection connection, Answer answer) {
        return Flux.using(
                () -> {
                    if (!connection.subscribe(limits.subscriptionsPerConnection())) {
                        throw ended(new Refusal(
                                Code.TOO_MANY,
                                "a connection may have " + limits.subscriptionsPerConnection()
                                        + " subscriptions at once"));
                    }
                    if (!subscriptions.begin(connection.address())) {
                        connection.unsubscribe();
                        throw ended(new Refusal(Code.TOO_MANY, "there are too many subscriptions from your address"));
                    }
                    answer.subscribed();
                    return connection;
                },
                place -> whileItLasts(session, results).doOnNext(result -> answer.told()),
                place -> answer.over(() -> {
                    place.unsubscribe();
                    subscriptions.end(place.address());
                }));
    }

    /**
     * Results as an event stream. They fail with {@link Code#TOO_MANY} when the address has as many connections as it may. Whoever
     * publishes writes it; in a thread of its own a slow reader holds up nobody else.
     *
     * @param session that it began with; empty for what is for everybody
     */
    Flux<Object> asEvents(Publisher<?> results, Optional<Session> session, String address) {
        return Flux.using(
                () -> {
                    if (!connections.enter(address)) {
                        throw ended(new Refusal(Code.TOO_MANY, "there are too many connections from your address"));
                    }
                    return address;
                },
                place -> {
                    Scheduler own = Schedulers.newSingle("event-stream", true);
                    return whileItLasts(session, results).publishOn(own, 1).doFinally(end -> own.dispose());
                },
                connections::leave);
    }

    /** Bound to the session that it was allowed by: who logs in or out later on the same connection changes nothing for it. */
    private Flux<Object> whileItLasts(Optional<Session> session, Publisher<?> results) {
        Flux<Object> all = Flux.from(results);
        return session.map(began -> all.takeUntilOther(watch.end(began)
                        .then(Mono.error(() -> ended(new Refusal(Code.UNAUTHENTICATED, "the session has ended"))))))
                .orElse(all);
    }

    private static SubscriptionPublisherException ended(Refusal refusal) {
        return new SubscriptionPublisherException(List.of(Refusals.error(refusal)), refusal);
    }
}
