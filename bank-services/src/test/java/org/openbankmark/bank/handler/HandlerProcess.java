package org.openbankmark.bank.handler;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.services.Main;

/** A command handler in a process of its own, which can be killed for real. */
final class HandlerProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI readiness;

    private HandlerProcess(Process process, URI readiness) {
        this.process = process;
        this.readiness = readiness;
    }

    static HandlerProcess start(Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "command-handler"));
        Map<String, String> all = new HashMap<>(environment);
        int port = Ports.free(1).get(0);
        all.put("OPERATIONS_PORT", Integer.toString(port));
        builder.environment().putAll(all);
        File file = log.toFile();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                .start();
        return new HandlerProcess(process, URI.create("http://127.0.0.1:" + port + "/health/ready"));
    }

    /** Whether it says so itself. */
    boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(readiness).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop; its exit code, or -1 if it did not within the time. */
    int stop(long seconds) throws InterruptedException {
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
