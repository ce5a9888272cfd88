package org.openbankmark.bank.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openbankmark.bank.local.process.Ports;

/** A service of the bank as a process of its own, from its jar. */
final class ServiceProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final int operations;
    final int control;
    private final Path log;
    private final Process process;

    private ServiceProcess(int operations, int control, Path log, Process process) {
        this.operations = operations;
        this.control = control;
        this.log = log;
        this.process = process;
    }

    static ServiceProcess start(String service, Map<String, String> environment, Path directory) throws IOException {
        List<Integer> ports = Ports.free(2);
        Path log = directory.resolve(service + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Project.java(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Project.jar("bank-services/target/bank-services.jar").toString(),
                        service)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("OPERATIONS_PORT", ports.get(0).toString());
        builder.environment().put("HEARTBEAT_CONTROL_PORT", ports.get(1).toString());
        return new ServiceProcess(ports.get(0), ports.get(1), log, builder.start());
    }

    boolean ready() throws Exception {
        return get("/health/ready").map(answer -> answer.statusCode() == 200).orElse(false);
    }

    String readiness() throws Exception {
        return get("/health/ready").map(HttpResponse::body).orElse("");
    }

    /** The sum over all meters of a name whose labels contain a text; NaN while there is none. */
    double meter(String name, String labels) throws Exception {
        return get("/metrics")
                .map(HttpResponse::body)
                .orElse("")
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    void pace(int batchSize, int waitMs) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/pace"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"batch_size\":" + batchSize + ",\"wait_ms\":" + waitMs + "}"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Sends SIGTERM; the exit code. */
    int terminate(Duration limit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("still there after " + limit);
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Optional<HttpResponse<String>> get(String path) throws InterruptedException {
        try {
            return Optional.of(HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + operations + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
