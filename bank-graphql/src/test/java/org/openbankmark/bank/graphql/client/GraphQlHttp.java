package org.openbankmark.bank.graphql.client;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A client over HTTP that keeps its session's cookie, as a browser does. */
public final class GraphQlHttp {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Escapes, so that halves of characters reach the server, too. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String COOKIE = "bank_session=";

    private final URI uri;
    private final Map<String, String> headers = new HashMap<>();
    private String session;

    public GraphQlHttp(URI uri) {
        this.uri = uri;
    }

    public GraphQlHttp with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public GraphQlHttp withSession(String secret) {
        session = secret;
        return this;
    }

    /** The secret of the session; null without one. */
    public String session() {
        return session;
    }

    public JsonNode ask(String document) throws IOException, InterruptedException {
        return ask(document, Map.of());
    }

    public JsonNode ask(String document, Map<String, ?> variables) throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
        if (response.body().isEmpty()) {
            throw new IOException("status " + response.statusCode() + " without a body");
        }
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> send(String body) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                request("application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        keepSession(response);
        return response;
    }

    /** The lines of an event stream. */
    public Stream<String> events(String document) throws IOException, InterruptedException {
        return HTTP.send(
                        request("text/event-stream")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                                .build(),
                        BodyHandlers.ofLines())
                .body();
    }

    private HttpRequest.Builder request(String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", accept);
        headers.forEach(request::header);
        if (session != null) {
            request.header("Cookie", COOKIE + session);
        }
        return request;
    }

    private void keepSession(HttpResponse<?> response) {
        Optional<String> cookie = response.headers().firstValue("Set-Cookie");
        cookie.filter(value -> value.startsWith(COOKIE)).ifPresent(value -> {
            String secret = value.substring(COOKIE.length(), value.indexOf(';'));
            session = secret.isEmpty() ? null : secret;
        });
    }
}
