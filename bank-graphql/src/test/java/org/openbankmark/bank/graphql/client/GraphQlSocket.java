package org.openbankmark.bank.graphql.client;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client over WebSocket that speaks graphql-transport-ws. */
public final class GraphQlSocket implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Escapes, so that halves of characters reach the server, too. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final long SECONDS = 20;

    private final Map<String, Answers> subscriptions = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private GraphQlSocket(URI uri, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach(builder::header);
        this.socket = builder.buildAsync(uri, new Receiver()).join();
    }

    /** Connects without a session. */
    public static GraphQlSocket connect(URI uri) throws Exception {
        return connect(uri, Map.of(), Map.of());
    }

    /** Connects as a client without cookies does. */
    public static GraphQlSocket connect(URI uri, String session) throws Exception {
        return connect(uri, Map.of(), Map.of("session", session));
    }

    public static GraphQlSocket connect(URI uri, Map<String, String> headers, Map<String, ?> payload) throws Exception {
        GraphQlSocket connected = open(uri, headers);
        // The answer may be here before the sending is over, and until then nothing else can be sent.
        CompletableFuture<?> sent = connected
                .socket
                .sendText(JSON.writeValueAsString(Map.of("type", "connection_init", "payload", payload)), true)
                .exceptionally(closedMeanwhile -> null);
        CompletableFuture.allOf(sent, CompletableFuture.anyOf(connected.acknowledged, connected.closed))
                .get(SECONDS, TimeUnit.SECONDS);
        return connected;
    }

    /** Connects, and does not initialise. */
    public static GraphQlSocket open(URI uri, Map<String, String> headers) {
        return new GraphQlSocket(uri, headers);
    }

    public Answers subscribe(String document) throws IOException {
        return subscribe(document, Map.of());
    }

    public Answers subscribe(String document, Map<String, ?> variables) throws IOException {
        String id = Integer.toString(ids.incrementAndGet());
        Answers answers = new Answers(id);
        subscriptions.put(id, answers);
        Map<String, Object> payload = new HashMap<>();
        payload.put("query", document);
        payload.put("variables", variables);
        send(Map.of("id", id, "type", "subscribe", "payload", payload));
        return answers;
    }

    /** Ends a subscription from this side. */
    public void end(Answers answers) throws IOException {
        send(Map.of("id", answers.id(), "type", "complete"));
    }

    public void send(Map<String, ?> message) throws IOException {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    /** The code with which the server closed. */
    public int closeCode() throws Exception {
        return closed.get(SECONDS, TimeUnit.SECONDS);
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Cuts the connection without a word. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        switch (message.path("type").asText()) {
            case "connection_ack" -> acknowledged.complete(null);
            case "ping" -> socket.sendText("{\"type\":\"pong\"}", true).join();
            default -> {
                Answers answers = subscriptions.get(message.path("id").asText());
                if (answers != null) {
                    answers.receive(message);
                }
            }
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                String text = partial.toString();
                partial.setLength(0);
                receive(text);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(-1);
        }
    }
}
