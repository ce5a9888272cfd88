package org.openbankmark.bank.graphql.web;

import jakarta.websocket.Session;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.limits.AnswerBudget;
import org.openbankmark.bank.graphql.limits.OpenConnections;
import org.openbankmark.bank.graphql.limits.UnsentAnswers;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import reactor.core.scheduler.Schedulers;

/**
 * GraphQL over WebSocket, with as many connections for each address as it may have, and an end for a client that does not take
 * what is sent.
 */
final class BankSocketHandler extends GraphQlWebSocketHandler {
    /** 1013, "try again later", of the registry of RFC 6455 section 11.7. */
    private static final CloseStatus TOO_MANY = new CloseStatus(1013, "too many connections");

    private static final CloseStatus UNREAD = new CloseStatus(1013, "too many answers wait");

    /** A client that takes nothing for so long is gone, or as good as gone. */
    private static final Long SEND_LIMIT_MILLISECONDS = 10_000L;

    private static final String COUNTED = BankSocketHandler.class.getName();
    private static final String ANSWERS = UnsentAnswers.class.getName();
    private static final String CUT = BankSocketHandler.class.getName() + ".cut";
    private static final int PING_BYTES = 1_000;

    private final OpenConnections connections;
    private final AnswerBudget budget;

    BankSocketHandler(
            WebGraphQlHandler handler,
            HttpMessageConverter<Object> json,
            Duration initLimit,
            @Nullable Duration keepAlive,
            OpenConnections connections,
            AnswerBudget budget) {
        super(handler, json, initLimit, keepAlive);
        this.connections = connections;
        this.budget = budget;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        String address = address(session);
        if (!connections.enter(address)) {
            SocketEnd.close(session, TOO_MANY);
            return;
        }
        session.getAttributes().put(COUNTED, address);
        session.getAttributes().put(ANSWERS, budget.of(address));
        limitSending(session);
        super.afterConnectionEstablished(session);
    }

    /** A connection's messages come one by one, and each is understood before this returns: who asks finds its answer by this. */
    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        if (session.getAttributes().get(ANSWERS) instanceof UnsentAnswers answers) {
            if (answers.tooMany()) {
                cut(session);
                return;
            }
            UnsentAnswers.Answer answer = answers.next();
            if (isPing(message) && !answer.begin(1)) {
                return;
            }
            session.getAttributes().put(UnsentAnswers.Answer.class.getName(), answer);
            super.handleTextMessage(new AnsweringSession(session, answer), message);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().remove(COUNTED) instanceof String address) {
            connections.leave(address);
        }
        if (session.getAttributes().get(ANSWERS) instanceof UnsentAnswers answers) {
            answers.end();
        }
        super.afterConnectionClosed(session, status);
    }

    /** In another thread: it waits for what is being sent. */
    private static void cut(WebSocketSession session) {
        if (session.getAttributes().put(CUT, true) == null) {
            Schedulers.boundedElastic().schedule(() -> SocketEnd.close(session, UNREAD));
        }
    }

    /** Another short message with this word in it is counted like one until the connection ends, which harms nobody else. */
    private static boolean isPing(TextMessage message) {
        return message.getPayloadLength() < PING_BYTES && message.getPayload().contains("\"ping\"");
    }

    private static void limitSending(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession nativeSession
                && nativeSession.getNativeSession() instanceof Session tomcat) {
            tomcat.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, SEND_LIMIT_MILLISECONDS);
        }
    }

    private static String address(WebSocketSession session) {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
