package org.openbankmark.topology.sync.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/**
 * A real registry that has, like Confluent's, a question for the latest versions of all subjects ({@code GET /schemas}), and
 * remembers what it was asked.
 */
final class ListingRegistry implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI registry;
    private final SubjectsApi subjects;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Which subjects the list has. */
    volatile Predicate<String> lists = subject -> true;

    /** What the list's question is answered with; 200 for the list. */
    volatile int status = 200;

    ListingRegistry(String registry, SubjectsApi subjects) throws IOException {
        this.registry = URI.create(registry);
        this.subjects = subjects;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + registry.getPath();
    }

    /** Paths below the API that were asked since the last time. */
    List<String> asked() {
        List<String> paths = List.copyOf(asked);
        asked.clear();
        return paths;
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath().substring(registry.getPath().length());
        asked.add(path);
        try {
            if (path.equals("/schemas")) {
                send(exchange, status, status == 200 ? page(uri.getQuery()).toString() : "{}");
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(registry.resolve(uri))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private ArrayNode page(String query) {
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        subjects.subjects().stream()
                .filter(lists)
                .skip(number(query, "offset"))
                .limit(number(query, "limit"))
                .map(subject -> subjects.latest(subject).orElseThrow())
                .forEach((JsonNode version) -> versions.add(version));
        return versions;
    }

    private static int number(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .mapToInt(part -> Integer.parseInt(part.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
