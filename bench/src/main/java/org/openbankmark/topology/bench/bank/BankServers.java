package org.openbankmark.topology.bench.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.postgres.PostgresOptions;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.process.JavaServer;
import org.openbankmark.bank.local.process.ServerProcess;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Kafka, registry and PostgreSQL with the bank's topics; services that are started on them. Temporary data. */
public final class BankServers implements AutoCloseable {
    /** The services' database. */
    public static final String DATABASE = "bank";

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final Path root;
    private final Path directory;
    private final KafkaCluster kafka = KafkaCluster.start(KafkaOptions.defaults());
    private final SchemaRegistryServer registry = SchemaRegistryServer.start(SchemaRegistryOptions.defaults());
    private final PostgresServer postgres = PostgresServer.start(PostgresOptions.defaults());
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Starts the servers and makes the topics.
     *
     * @param root of the project, where the jars are
     * @param directory for logs
     */
    public BankServers(Path root, Path directory) throws IOException, InterruptedException, SQLException {
        this.root = root;
        this.directory = directory;
        postgres.createDatabase(DATABASE);
        sync();
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** The services' database as it is; nobody may be connected to it. */
    public void copyDatabase(String name) throws SQLException {
        try (Connection connection = postgres.dataSource(PostgresServer.USER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + DATABASE);
        }
    }

    /** Settings of generated clients. */
    public Map<String, String> clients() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url());
    }

    /** A handler that is ready, as the launcher starts it; its health and metrics are on the port. */
    public ServerProcess startHandler(int port, List<String> moreOptions) {
        return start(
                "command-handler",
                "bank-services",
                "org.openbankmark.bank.services.Main",
                256,
                moreOptions,
                Map.of("OPERATIONS_PORT", Integer.toString(port)),
                "http://127.0.0.1:" + port + "/health/ready");
    }

    /** An endpoint that is ready, as the launcher starts it. */
    public ServerProcess startEndpoint(int port, List<String> moreOptions) {
        return start(
                "graphql-endpoint",
                "bank-graphql",
                "org.springframework.boot.loader.launch.JarLauncher",
                384,
                moreOptions,
                Map.of("BANK_GRAPHQL_PORT", Integer.toString(port)),
                "http://127.0.0.1:" + port + "/actuator/health");
    }

    private ServerProcess start(
            String name,
            String module,
            String main,
            int heapMegabytes,
            List<String> moreOptions,
            Map<String, String> environment,
            String ready) {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=4"));
        options.addAll(moreOptions);
        Map<String, String> all = new HashMap<>(environment());
        all.putAll(environment);
        ServerProcess process = ServerProcess.start(new JavaServer(
                        name,
                        List.of(root.resolve(module).resolve("target").resolve(module + ".jar")),
                        main,
                        module.equals("bank-services") ? List.of(name) : List.of(),
                        heapMegabytes,
                        options,
                        directory.resolve(name + ".log"))
                .launch()
                .with(all));
        process.awaitReady(() -> ready(ready), READY_LIMIT);
        return process;
    }

    private boolean ready(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private Map<String, String> environment() {
        return Map.of(
                "KAFKA_BROKERS", kafka.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", registry.url(),
                "DB_PORT", Integer.toString(postgres.port()),
                "DB_NAME", DATABASE,
                "DB_USER", PostgresServer.USER);
    }

    private void sync() throws IOException, InterruptedException {
        Path log = directory.resolve("sync.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        root.resolve("sync-cli/target/sync-cli.jar").toString(),
                        "apply",
                        "-f",
                        root.resolve("bank-topology/src/main/topology/topology.yaml")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        Process process = builder.start();
        if (!process.waitFor(READY_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("sync-cli made no topics:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        postgres.close();
        registry.close();
        kafka.close();
    }
}
