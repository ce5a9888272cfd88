package org.openbankmark.bank.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer to an HTTP request.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body as text
 * @param headers beside those that every answer has
 */
public record HttpAnswer(int status, String contentType, String body, Map<String, String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the map. */
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** A JSON document, in lines for people. */
    public static HttpAnswer json(int status, Object document) {
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
            return new HttpAnswer(status, "application/json; charset=utf-8", text + "\n", Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + document, e);
        }
    }

    /** A refusal with its reason. */
    public static HttpAnswer error(int status, String reason) {
        return json(status, Map.of("error", reason));
    }

    /** A refusal of the method. */
    public static HttpAnswer methodNotAllowed(String method, String allowed) {
        HttpAnswer error = error(405, "the method " + method + " is not allowed here, only " + allowed);
        return new HttpAnswer(405, error.contentType, error.body, Map.of("Allow", allowed));
    }

    /** Sends it and ends the exchange; a HEAD request gets everything but the body. */
    public void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
