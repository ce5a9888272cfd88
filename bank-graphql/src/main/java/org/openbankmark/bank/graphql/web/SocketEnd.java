package org.openbankmark.bank.graphql.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** Closes a WebSocket whose client may be gone already. */
final class SocketEnd {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEnd.class);

    private SocketEnd() {}

    static void close(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            LOG.atDebug().log("a connection was gone before it was closed: {}", gone.toString());
        }
    }
}
