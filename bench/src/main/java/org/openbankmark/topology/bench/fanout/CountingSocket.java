package org.openbankmark.topology.bench.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A client that counts results, and does nothing else with them. */
final class CountingSocket implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ACKNOWLEDGED = "connection_ack";
    private static final String RESULT = "\"payload\"";
    private static final int LOOK_AT = 48;

    private final LongAdder received;
    private final CountDownLatch acknowledged = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    private boolean inMessage;

    private CountingSocket(LongAdder received) {
        this.received = received;
    }

    /** Connects to the endpoint and subscribes, by the protocol graphql-transport-ws. */
    static WebSocket subscribe(URI uri, String document, LongAdder received) throws InterruptedException {
        CountingSocket listener = new CountingSocket(received);
        WebSocket socket = HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(uri, listener)
                .join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        if (!listener.acknowledged.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the endpoint did not answer: " + listener.end.get());
        }
        socket.sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + document + "\"}}", true)
                .join();
        return socket;
    }

    /** Connects to the bare server. */
    static WebSocket listen(URI uri, LongAdder received) {
        return HTTP.newWebSocketBuilder()
                .buildAsync(uri, new CountingSocket(received))
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (!inMessage) {
            String head = data.subSequence(0, Math.min(LOOK_AT, data.length())).toString();
            if (head.contains(ACKNOWLEDGED)) {
                acknowledged.countDown();
            } else if (head.contains(RESULT)) {
                received.increment();
            }
        }
        inMessage = !last;
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.set(code + " " + reason);
        return null;
    }
}
