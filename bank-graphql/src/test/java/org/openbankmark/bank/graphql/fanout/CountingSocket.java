package org.openbankmark.bank.graphql.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** A client that counts messages with a certain beginning, and does nothing else with them. */
final class CountingSocket implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String counted;
    private final CountDownLatch latch;
    private final CountDownLatch acknowledged = new CountDownLatch(1);

    private CountingSocket(String counted, CountDownLatch latch) {
        this.counted = counted;
        this.latch = latch;
    }

    /** Connects to the endpoint, subscribes, and counts results. */
    static WebSocket subscribe(URI uri, String document, CountDownLatch latch) throws InterruptedException {
        CountingSocket listener = new CountingSocket("{\"id\":\"1\",\"payload\"", latch);
        WebSocket socket = HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(uri, listener)
                .join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        listener.acknowledged.await();
        socket.sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + document + "\"}}", true)
                .join();
        return socket;
    }

    /** Connects to the bare server, and counts all. */
    static WebSocket listen(URI uri, CountDownLatch latch) {
        return HTTP.newWebSocketBuilder()
                .buildAsync(uri, new CountingSocket("", latch))
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean complete) {
        String text = data.toString();
        if (text.contains("connection_ack")) {
            acknowledged.countDown();
        } else if (complete && text.startsWith(counted)) {
            latch.countDown();
        }
        socket.request(1);
        return null;
    }
}
