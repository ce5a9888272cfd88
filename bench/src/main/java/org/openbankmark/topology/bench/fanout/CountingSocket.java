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

    private final LongAdder received;
    private final CountDownLatch acknowledged = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    /** What was said until the endpoint acknowledged; null from then on, when all are results. */
    private @Nullable StringBuilder greeting;

    private CountingSocket(LongAdder received, boolean greeted) {
        this.received = received;
        this.greeting = greeted ? new StringBuilder() : null;
    }

    /** Connects to the endpoint and subscribes, by the protocol graphql-transport-ws. */
    static WebSocket subscribe(URI uri, String document, LongAdder received) throws InterruptedException {
        CountingSocket listener = new CountingSocket(received, true);
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
                .buildAsync(uri, new CountingSocket(received, false))
                .join();
    }

    /** A message may come in parts: it counts at its end. */
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (greeting == null) {
            if (last) {
                received.increment();
            }
        } else {
            greeting.append(data);
            if (last) {
                greeted(greeting.toString());
            }
        }
        socket.request(1);
        return null;
    }

    private void greeted(String message) {
        if (message.contains(ACKNOWLEDGED)) {
            greeting = null;
            acknowledged.countDown();
        } else {
            end.set(message);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.set(code + " " + reason);
        return null;
    }
}
