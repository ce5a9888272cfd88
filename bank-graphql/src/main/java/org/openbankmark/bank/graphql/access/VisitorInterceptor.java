package org.openbankmark.bank.graphql.access;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Sessions;
import org.reactivestreams.Publisher;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who asks, for each operation, and gives the session's cookie. Over a WebSocket the cookie of the handshake counts, or
 * {@code session} in the payload of connection_init; what logs in over a connection is logged in on this connection.
 */
@Component
final class VisitorInterceptor implements WebSocketGraphQlInterceptor {
    private static final String VISITOR = Visitor.class.getName();

    private final Sessions sessions;
    private final SessionWatch watch;
    private final Limits limits;

    VisitorInterceptor(Sessions sessions, SessionWatch watch, Limits limits) {
        this.sessions = sessions;
        this.watch = watch;
        this.limits = limits;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo connection, Map<String, Object> payload) {
        Optional<String> secret = payload.get("session") instanceof String given
                ? Optional.of(given)
                : SessionCookie.secret(connection.getHeaders());
        return Mono.fromRunnable(() -> connection
                .getAttributes()
                .put(VISITOR, new Visitor(address(connection.getRemoteAddress()), known(secret))));
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Visitor visitor;
        try {
            visitor = request instanceof WebSocketGraphQlRequest socket ? ofConnection(socket) : ofRequest(request);
        } catch (DataAccessException away) {
            return Mono.just(refused(request.toExecutionInput(), Refusals.refusal(away)));
        }
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(context -> context.put(Visitor.class, visitor))
                        .build());
        return chain.next(request).map(response -> {
            if (visitor.hasChanged() && !(request instanceof WebSocketGraphQlRequest)) {
                response.getResponseHeaders().add(HttpHeaders.SET_COOKIE, cookie(visitor, request));
            }
            return response.getData() instanceof Publisher<?> results
                    ? limited(response, results, visitor, request)
                    : response;
        });
    }

    private Visitor ofRequest(WebGraphQlRequest request) {
        return new Visitor(address(request.getRemoteAddress()), known(SessionCookie.secret(request.getHeaders())));
    }

    /** Looks again whether the session is still there: it may have been ended elsewhere, or have expired. */
    private Visitor ofConnection(WebSocketGraphQlRequest request) {
        Object found = request.getSessionInfo().getAttributes().get(VISITOR);
        if (!(found instanceof Visitor visitor)) {
            throw new IllegalStateException("an operation came before the connection was initialised");
        }
        visitor.session()
                .filter(session -> sessions.find(session.secret()).isEmpty())
                .ifPresent(ended -> visitor.expel());
        return visitor;
    }

    private @Nullable Session known(Optional<String> secret) {
        return secret.flatMap(sessions::find).orElse(null);
    }

    private WebGraphQlResponse limited(
            WebGraphQlResponse response, Publisher<?> results, Visitor visitor, WebGraphQlRequest request) {
        if (!visitor.subscribe(limits.subscriptionsPerConnection())) {
            Flux.from(results).subscribe().dispose();
            return refused(
                    response.getExecutionInput(),
                    new Refusal(
                            Code.TOO_MANY,
                            "a connection may have " + limits.subscriptionsPerConnection() + " subscriptions"));
        }
        watch.add(visitor);
        Flux<?> counted = Flux.<Object>from(results)
                .takeUntilOther(visitor.expulsion().then(Mono.error(() -> ended())))
                .doFinally(end -> {
                    if (visitor.unsubscribe()) {
                        watch.remove(visitor);
                    }
                });
        if (!(request instanceof WebSocketGraphQlRequest)) {
            // An event stream is written by who publishes; in a thread of its own a slow reader keeps up nobody else.
            var own = Schedulers.newSingle("event-stream", true);
            counted = counted.publishOn(own, 1).doFinally(end -> own.dispose());
        }
        Flux<?> data = counted;
        return response.transform(builder -> builder.data(data));
    }

    private static SubscriptionPublisherException ended() {
        Refusal refusal = new Refusal(Code.UNAUTHENTICATED, "the session has ended");
        return new SubscriptionPublisherException(List.of(Refusals.error(refusal)), refusal);
    }

    private static WebGraphQlResponse refused(ExecutionInput input, Refusal refusal) {
        ExecutionResult result = ExecutionResult.newExecutionResult()
                .addError(Refusals.error(refusal))
                .build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
    }

    private String cookie(Visitor visitor, WebGraphQlRequest request) {
        return SessionCookie.header(
                visitor.session().map(Session::secret).orElse(null),
                sessions.duration(),
                "https".equals(request.getUri().getScheme()));
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
