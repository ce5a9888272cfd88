package org.openbankmark.bank.graphql.web;

import java.io.IOException;
import org.openbankmark.bank.graphql.limits.UnsentAnswers.Answer;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** A WebSocket as one message sees it, to notice when its answer has left: that to a query or a mutation is the first that is sent. */
final class AnsweringSession extends WebSocketSessionDecorator {
    private final Answer answer;

    AnsweringSession(WebSocketSession delegate, Answer answer) {
        super(delegate);
        this.answer = answer;
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        super.sendMessage(message);
        answer.sent();
    }
}
