package org.openbankmark.bank.local.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.local.process.JavaServer;
import org.openbankmark.bank.local.process.Loopback;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerFiles;
import org.openbankmark.bank.local.process.ServerProcess;
import org.openbankmark.bank.local.process.ServerStartException;

/**
 * One broker of a {@link KafkaCluster}: a process that can be stopped, killed, and started again on the same port and
 * data. Safe for use by several threads.
 */
public final class KafkaBroker {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final int id;
    private final int port;
    private final int controllerPort;
    private final String clusterId;
    private final Path directory;
    private final Map<String, String> properties;
    private final KafkaOptions options;
    private @Nullable ServerProcess process;

    KafkaBroker(
            int id,
            int port,
            int controllerPort,
            String clusterId,
            Path directory,
            Map<String, String> properties,
            KafkaOptions options) {
        this.id = id;
        this.port = port;
        this.controllerPort = controllerPort;
        this.clusterId = clusterId;
        this.directory = directory;
        this.properties = properties;
        this.options = options;
    }

    /** Kafka's own number of this broker ({@code node.id}), from 1 on. */
    public int id() {
        return id;
    }

    /** Where clients reach this one broker, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The file that takes the broker's log, over all its starts. */
    public Path log() {
        return directory.resolve("broker.log");
    }

    /** Whether its process runs. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The operating system's number of its process. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return process.pid();
    }

    /**
     * Starts the broker and waits until it takes part in the cluster. Nothing happens where it runs already.
     *
     * @throws ServerStartException when it cannot, with the reason
     */
    public void start() {
        launch();
        awaitReady(1);
    }

    /** Stops the broker in order: leaders move to the others first. Killed when that lasts longer than 20 s. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }

    /** Kills the broker as a power cut would (SIGKILL). */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    synchronized void requestStop() {
        if (process != null) {
            process.requestStop();
        }
    }

    synchronized void launch() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name(), port);
        Ports.requireFree(name() + " (its controller)", controllerPort);
        Path file = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            Properties written = new Properties();
            written.putAll(properties);
            try (Writer out = Files.newBufferedWriter(file)) {
                written.store(out, name());
            }
        } catch (IOException e) {
            throw new ServerStartException(name() + " cannot write " + file + ": " + e.getMessage(), e);
        }
        process = ServerProcess.start(new JavaServer(
                        name(),
                        jars(),
                        FormatAndServe.class.getName(),
                        List.of(clusterId, file.toString()),
                        options.heapMegabytes(),
                        jvmOptions(),
                        log())
                .launch());
    }

    /** Waits until this broker answers and sees that many brokers, itself among them. */
    void awaitReady(int brokers) {
        started().awaitReady(() -> Loopback.accepts(port) && sees(brokers), options.startLimit());
    }

    private synchronized ServerProcess started() {
        if (process == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return process;
    }

    private boolean sees(int brokers) throws Exception {
        Map<String, Object> settings = new HashMap<>(options.clientSettings());
        settings.put("bootstrap.servers", address());
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", "5000");
        try (Admin admin = Admin.create(settings)) {
            var nodes = admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
            return nodes.size() >= brokers && nodes.stream().anyMatch(node -> node.id() == id);
        }
    }

    private String name() {
        return "Kafka broker " + id;
    }

    private List<String> jvmOptions() {
        List<String> all = new ArrayList<>(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
        all.addAll(options.jvmOptions());
        return all;
    }

    private static List<Path> jars() {
        Path directory = ServerFiles.of("kafka");
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.jar")) {
            entries.forEach(jars::add);
        } catch (IOException e) {
            throw new ServerStartException("cannot read " + directory + ": " + e.getMessage(), e);
        }
        jars.sort(null);
        return jars;
    }
}
