package org.openbankmark.bank.graphql.access;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.limits.UnsentAnswers.Answer;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Sessions;
import org.reactivestreams.Publisher;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out who asks, for each operation, and gives the session's cookie. Over a WebSocket the cookie of the handshake counts, or
 * {@code session} in the payload of connection_init; what logs in over a connection is logged in on this connection.
 */
@Component
final class VisitorInterceptor implements WebSocketGraphQlInterceptor {
    private static final String CONNECTION = SocketConnection.class.getName();
    private static final int MOST_ID_CHARACTERS = 100;
    private static final int LEAST_COST = 50;
    private static final int CHARACTERS_OF_A_COST = 250;

    private final Sessions sessions;
    private final RunningSubscriptions subscriptions;

    VisitorInterceptor(Sessions sessions, RunningSubscriptions subscriptions) {
        this.sessions = sessions;
        this.subscriptions = subscriptions;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo connection, Map<String, Object> payload) {
        Optional<String> secret = payload.get("session") instanceof String given
                ? Optional.of(given)
                : SessionCookie.secret(connection.getHeaders());
        // Looked up with the first operation: a database that is away does not refuse a connection, which is for good.
        return Mono.fromRunnable(() -> connection
                .getAttributes()
                .put(CONNECTION, new SocketConnection(address(connection.getRemoteAddress()), secret.orElse(null))));
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        SocketConnection connection =
                request instanceof WebSocketGraphQlRequest overSocket ? connection(overSocket) : null;
        Visitor visitor;
        try {
            visitor = connection == null ? ofRequest(request) : connection.visitor(sessions::find);
        } catch (DataAccessException away) {
            return Mono.just(refused(request.toExecutionInput(), Refusals.refusal(away)));
        }
        // By which it may do what it asks for; get_account has another before its result is there.
        Optional<Session> began = visitor.session();
        Answer answer = request instanceof WebSocketGraphQlRequest overSocket ? answer(overSocket) : null;
        if (answer != null) {
            if (request.getId().length() > MOST_ID_CHARACTERS) {
                // It would be in each answer. Whatever fails here ends the connection.
                return Mono.error(new IllegalArgumentException("the id of a message is too long"));
            }
            if (!answer.begin(leastCost(request))) {
                return Mono.just(refused(request.toExecutionInput(), AnswerAdmission.refusal()));
            }
        }
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(context -> {
                    context.put(Visitor.class, visitor);
                    if (answer != null) {
                        context.put(Answer.class, answer);
                    }
                })
                .build());
        return chain.next(request).map(response -> {
            if (visitor.hasChanged() && connection == null) {
                response.getResponseHeaders().add(HttpHeaders.SET_COOKIE, cookie(visitor, request));
            }
            if (!(response.getData() instanceof Publisher<?> results)) {
                return response;
            }
            if (connection != null && answer != null) {
                return running(response, subscriptions.overSocket(results, began, connection, answer));
            }
            return takesEvents(request)
                    ? running(response, subscriptions.asEvents(results, began, visitor.address()))
                    : refused(request.toExecutionInput(), noEvents());
        });
    }

    private Visitor ofRequest(WebGraphQlRequest request) {
        Optional<Session> session = SessionCookie.secret(request.getHeaders()).flatMap(sessions::find);
        return new Visitor(address(request.getRemoteAddress()), session.orElse(null), null);
    }

    private static SocketConnection connection(WebSocketGraphQlRequest request) {
        Object found = request.getSessionInfo().getAttributes().get(CONNECTION);
        if (!(found instanceof SocketConnection connection)) {
            throw new IllegalStateException("an operation came before the connection was initialised");
        }
        return connection;
    }

    private static Answer answer(WebSocketGraphQlRequest request) {
        Object found = request.getSessionInfo().getAttributes().get(Answer.class.getName());
        if (!(found instanceof Answer answer)) {
            throw new IllegalStateException("an operation came in no message");
        }
        return answer;
    }

    /** Whatever an operation asks for, it may be answered with a list of what is wrong with it, in its own words. */
    private static int leastCost(WebGraphQlRequest request) {
        String name = request.getOperationName();
        int words = request.getDocument().length() + (name == null ? 0 : name.length());
        return LEAST_COST + words / CHARACTERS_OF_A_COST;
    }

    private static WebGraphQlResponse running(WebGraphQlResponse response, Flux<Object> results) {
        return response.transform(builder -> builder.data(results));
    }

    /** Whether results leave as events: what takes JSON, too, is answered with JSON, which has room for one result. */
    private static boolean takesEvents(WebGraphQlRequest request) {
        List<MediaType> accepted = request.getHeaders().getAccept();
        return !accepted.isEmpty()
                && accepted.stream()
                        .noneMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                || type.isCompatibleWith(MediaTypes.APPLICATION_GRAPHQL_RESPONSE));
    }

    private static Refusal noEvents() {
        return Refusal.invalid(
                "Accept",
                "a subscription has many results: ask over a WebSocket, or with the header Accept: text/event-stream and"
                        + " no other type in it");
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
