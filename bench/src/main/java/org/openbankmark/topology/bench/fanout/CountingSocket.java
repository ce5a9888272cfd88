package org.openbankmark.topology.bench.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A client that counts results, and does nothing else with them. */
final class CountingSocket implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PING = "\"type\":\"ping\"";
    private static final String ACKNOWLEDGED = "connection_ack";

    private final LongAdder received;
    private final LongAdder own = new LongAdder();
    private final CountDownLatch acknowledged = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    private @Nullable WebSocket socket;
    /** Whether the next part is the first of a message; and whether the message is more than a sign of life. */
    private boolean begins = true;

    private boolean isResult;
    /** What was said until the endpoint acknowledged; null from then on, when all are results. */
    private @Nullable StringBuilder greeting;

    private CountingSocket(LongAdder received, boolean greeted) {
        this.received = received;
        this.greeting = greeted ? new StringBuilder() : null;
    }

    /** Connects to the endpoint and subscribes, by the protocol graphql-transport-ws. */
    static CountingSocket subscribe(URI uri, String document, LongAdder received) throws InterruptedException {
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
        listener.socket = socket;
        return listener;
    }

    /** Connects to the bare server. */
    static CountingSocket listen(URI uri, LongAdder received) {
        CountingSocket listener = new CountingSocket(received, false);
        listener.socket = HTTP.newWebSocketBuilder().buildAsync(uri, listener).join();
        return listener;
    }

    void send(String text) {
        Objects.requireNonNull(socket).sendText(text, true).join();
    }

    void abort() {
        Objects.requireNonNull(socket).abort();
    }

    /** How many results came here, and how the connection ended if it did. */
    @Override
    public String toString() {
        String ended = end.get();
        return own.sum() + (ended == null ? "" : ", ended: " + ended);
    }

    /** A message may come in parts: it counts at its end. */
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (greeting == null) {
            if (begins) {
                isResult = !data.toString().contains(PING);
            }
            begins = last;
            if (last && isResult) {
                own.increment();
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

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end.set(error.toString());
    }
}
