package org.openbankmark.topology.sync.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/** Stands before a registry and decides, each time that a schema is about to be registered, whether it is still there. */
final class RegistryProxy implements AutoCloseable {
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Connections that are shared by several requests (HTTP/2) would be lost by all of them at once. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI registry;
    private final String authorization;
    private final BooleanSupplier stillThere;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private boolean down;

    /**
     * @param stillThere asked before each registration, by one thread at a time; once false, nothing gets an answer any more:
     *     the first registration of each subject waits for one, all else finds its connection cut
     */
    RegistryProxy(String registry, BooleanSupplier stillThere) throws IOException {
        this(registry, stillThere, HttpServer.create(LOOPBACK, 0), "");
    }

    /**
     * Over TLS, for those alone who have the right credentials.
     *
     * @param authorization the header that it wants
     */
    static RegistryProxy guarded(String registry, SSLContext keys, String authorization) throws IOException {
        HttpsServer server = HttpsServer.create(LOOPBACK, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys));
        return new RegistryProxy(registry, () -> true, server, authorization);
    }

    private RegistryProxy(String registry, BooleanSupplier stillThere, HttpServer server, String authorization) {
        this.registry = URI.create(registry);
        this.stillThere = stillThere;
        this.server = server;
        this.authorization = authorization;
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + registry.getPath();
    }

    private void forward(HttpExchange exchange) throws IOException {
        if (!authorization.isEmpty()
                && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        boolean registers = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().endsWith("/versions");
        if (!isStillThere(registers)) {
            if (registers && unanswered.add(exchange.getRequestURI().getPath())) {
                // As from a machine that has lost its power: the connection stays and no answer comes.
                return;
            }
            exchange.close();
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(registry.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    /** Decided once for a request: one that came in time is answered, though the next one finds nobody. */
    private synchronized boolean isStillThere(boolean registers) {
        if (registers) {
            down = down || !stillThere.getAsBoolean();
        }
        return !down;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
