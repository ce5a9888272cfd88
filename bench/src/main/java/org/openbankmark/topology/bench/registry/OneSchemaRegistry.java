package org.openbankmark.topology.bench.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/**
 * A registry over HTTP that has one schema, with an id, under any subject. Enough for clients that keep what they have
 * found, and so small that it costs nothing while they are measured.
 */
public final class OneSchemaRegistry implements AutoCloseable {
    private static final int ID = 7;

    private final HttpServer server;

    public OneSchemaRegistry(Schema schema) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        String text = "\"" + schema.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        byte[] answer = ("{\"subject\":\"any\",\"version\":1,\"id\":" + ID + ",\"schema\":" + text + "}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
