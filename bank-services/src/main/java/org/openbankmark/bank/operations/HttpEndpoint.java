package org.openbankmark.bank.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small HTTP server that answers from one handler. Safe for use by several threads. */
public final class HttpEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
    private static final int THREADS = 4;
    private static final int BACKLOG = 50;

    private final HttpServer server;
    private final ExecutorService threads;

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The answer.
         *
         * @throws IOException if the request cannot be read
         */
        HttpAnswer answer(HttpExchange exchange) throws IOException;
    }

    private HttpEndpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens and answers.
     *
     * @param purpose what it is for, as messages shall call it
     * @param portSetting the environment variable with which the user can choose another port
     * @throws SettingException if it cannot listen there
     */
    public static HttpEndpoint listen(String purpose, String host, int port, String portSetting, Handler handler) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new SettingException("there is no host '" + host + "' for " + purpose + " to listen on");
        }
        HttpServer server;
        try {
            server = HttpServer.create(address, BACKLOG);
        } catch (BindException taken) {
            throw new SettingException(purpose + " cannot listen on " + host + ":" + port + ": " + taken.getMessage()
                    + ". Stop what listens there, or set " + portSetting + " to another port");
        } catch (IOException e) {
            throw new SettingException(purpose + " cannot listen on " + host + ":" + port + ": " + e.getMessage());
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "http-" + server.getAddress().getPort() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, handler));
        server.start();
        return new HttpEndpoint(server, threads);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops listening; answers under way are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            HttpAnswer answer;
            try {
                answer = handler.answer(exchange);
            } catch (RuntimeException failure) {
                LOG.atError()
                        .setCause(failure)
                        .log("{} cannot be answered", exchange.getRequestURI().getPath());
                answer = HttpAnswer.error(500, "this failed; the log says why");
            }
            answer.send(exchange);
        }
    }
}
