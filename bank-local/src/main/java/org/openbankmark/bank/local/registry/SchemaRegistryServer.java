package org.openbankmark.bank.local.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.EndOfJvm;
import org.openbankmark.bank.local.process.JavaServer;
import org.openbankmark.bank.local.process.Loopback;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerFiles;
import org.openbankmark.bank.local.process.ServerProcess;
import org.openbankmark.bank.local.process.ServerStartException;

/**
 * A real schema registry (Apicurio) with Confluent's REST API, in a process of its own on the loopback interface. It keeps
 * its schemas over restarts, after a kill too. The process ends with this JVM, however that ends. Safe for use by several
 * threads.
 */
public final class SchemaRegistryServer implements AutoCloseable {
    private static final String NAME = "schema registry";
    private static final String API = "/apis/ccompat/v7";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    private final int port;
    private final SchemaRegistryOptions options;
    private final DataDirectory data;
    private final HttpClient http = HttpClient.newHttpClient();
    private final EndOfJvm endOfJvm;
    private @Nullable ServerProcess process;

    private SchemaRegistryServer(int port, SchemaRegistryOptions options, DataDirectory data) {
        this.port = port;
        this.options = options;
        this.data = data;
        this.endOfJvm = EndOfJvm.runs(this::end);
    }

    /** Starts a registry on a free port. */
    public static SchemaRegistryServer start(SchemaRegistryOptions options) {
        int port = options.port() == 0 ? Ports.free(1).get(0) : options.port();
        SchemaRegistryServer server =
                new SchemaRegistryServer(port, options, DataDirectory.of(options.directory(), "registry"));
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where clients find Confluent's API, for the setting {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + port + API;
    }

    /** The file that takes the registry's log, over all its starts. */
    public Path log() {
        return data.path().resolve("registry.log");
    }

    /** Whether its process runs. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The operating system's number of its process. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(NAME + " was not started");
        }
        return process.pid();
    }

    /**
     * Starts the registry again and waits until it serves. Nothing happens where it runs already.
     *
     * @throws ServerStartException when it cannot, with the reason
     */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(NAME, port);
        Path jar = runner();
        ServerProcess started = ServerProcess.start(new JavaServer(
                        NAME, List.of(jar), mainClass(jar), List.of(), options.heapMegabytes(), jvmOptions(), log())
                .launch());
        process = started;
        started.awaitReady(() -> Loopback.accepts(port) && serves(), options.startLimit());
    }

    /** Stops the registry in order. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }

    /** Kills the registry (SIGKILL). */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Stops the registry, and removes a temporary directory. */
    @Override
    public void close() {
        endOfJvm.cancel();
        end();
    }

    private void end() {
        if (data.kept()) {
            stop();
        } else {
            kill();
        }
        data.close();
    }

    /** Apicurio starts with the level NONE where Confluent has BACKWARD, so it is always set; that it can be is readiness. */
    private boolean serves() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/config"))
                .timeout(REQUEST_LIMIT)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"" + options.compatibility() + "\"}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    private List<String> jvmOptions() {
        List<String> all = new ArrayList<>(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                // WRITE_DELAY=0: what was answered is on disk, so that a kill loses nothing.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + data.path().resolve("schemas") + ";WRITE_DELAY=0"));
        all.addAll(options.jvmOptions());
        return all;
    }

    private static Path runner() {
        Path directory = ServerFiles.of("registry");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*-runner.jar")) {
            for (Path entry : entries) {
                return entry;
            }
        } catch (IOException e) {
            throw new ServerStartException("cannot read " + directory + ": " + e.getMessage(), e);
        }
        throw new ServerStartException("there is no *-runner.jar in " + directory);
    }

    private static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new ServerStartException("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }
}
