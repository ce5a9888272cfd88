package org.openbankmark.bank.graphql.bank;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.openbankmark.bank.graphql.client.Patience;

/** One instance of the endpoint, in a process of its own. */
public final class Endpoint implements AutoCloseable {
    public static final String EMPLOYEE_PASSWORD = "the employee's password";

    private final int port;
    private final Path log;
    private final Map<String, String> environment;
    private JavaProcess process;

    private Endpoint(int port, Path log, Map<String, String> environment, JavaProcess process) {
        this.port = port;
        this.log = log;
        this.environment = environment;
        this.process = process;
    }

    /** Starts one, and waits until it is healthy. */
    static Endpoint start(Map<String, String> servers, Map<String, String> settings, Path log) throws Exception {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(servers);
        environment.put("BANK_GRAPHQL_PORT", Integer.toString(port));
        environment.put("BANK_EMPLOYEE_PASSWORD", EMPLOYEE_PASSWORD);
        environment.putAll(settings);
        Endpoint endpoint = new Endpoint(port, log, environment, launch(log, environment));
        endpoint.awaitHealth();
        return endpoint;
    }

    private static JavaProcess launch(Path log, Map<String, String> environment) throws IOException {
        return JavaProcess.start("org.openbankmark.bank.graphql.Main", log, 256, environment);
    }

    public int port() {
        return port;
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + port + "/graphql");
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public URI webSocket() {
        return URI.create("ws://127.0.0.1:" + port + "/graphql");
    }

    public String log() throws IOException {
        return process.log();
    }

    /** Objects in its heap, after a collection, of classes whose names begin so. */
    public long objects(String classes) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        long sum = 0;
        for (String line : new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            String[] columns = line.strip().split("\\s+"); // number, objects, bytes, class
            if (columns.length >= 4 && columns[3].startsWith(classes)) {
                sum += Long.parseLong(columns[1]);
            }
        }
        if (sum == 0) {
            throw new IOException("no object of " + classes + " is in the heap");
        }
        return sum;
    }

    public long pid() {
        return process.pid();
    }

    public int healthStatus() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at("/actuator/health")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    public void awaitHealth() throws Exception {
        Patience.until("the endpoint is healthy", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the endpoint ended: " + log());
            }
            try {
                return healthStatus() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** Stops it as an operator does, and starts it again. */
    public int restart() throws Exception {
        int code = process.stop(20);
        process.kill();
        process = launch(log, environment);
        awaitHealth();
        return code;
    }

    @Override
    public void close() {
        process.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
