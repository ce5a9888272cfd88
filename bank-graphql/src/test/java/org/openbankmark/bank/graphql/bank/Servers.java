package org.openbankmark.bank.graphql.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.postgres.PostgresOptions;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kafka, registry and PostgreSQL with the bank's topics, schemas and a command handler. */
public final class Servers implements AutoCloseable {
    private static final String LEDGER = "ledger";

    private final KafkaCluster kafka;
    private final SchemaRegistryServer registry;
    private final PostgresServer postgres;
    private final JavaProcess handler;

    private Servers(KafkaCluster kafka, SchemaRegistryServer registry, PostgresServer postgres, JavaProcess handler) {
        this.kafka = kafka;
        this.registry = registry;
        this.postgres = postgres;
        this.handler = handler;
    }

    static Servers start(Path logs) throws Exception {
        var kafka = CompletableFuture.supplyAsync(() -> KafkaCluster.start(KafkaOptions.defaults()));
        var registry =
                CompletableFuture.supplyAsync(() -> SchemaRegistryServer.start(SchemaRegistryOptions.defaults()));
        PostgresServer postgres = PostgresServer.start(PostgresOptions.defaults());
        postgres.createDatabase(LEDGER);
        Map<String, String> environment = environment(kafka.join(), registry.join(), postgres, LEDGER);
        makeTopics(environment, logs.resolve("sync.log"));
        environment.put("OPERATIONS_PORT", "0");
        JavaProcess handler = JavaProcess.start(
                "org.openbankmark.bank.services.Main",
                logs.resolve("handler.log"),
                128,
                environment,
                "command-handler");
        return new Servers(kafka.join(), registry.join(), postgres, handler);
    }

    /** By the tool that users have for it. */
    private static void makeTopics(Map<String, String> environment, Path log) throws IOException, InterruptedException {
        try (JavaProcess sync = JavaProcess.start(
                "org.openbankmark.topology.sync.cli.Main",
                log,
                128,
                environment,
                "apply",
                "-f",
                "../bank-topology/src/main/topology/topology.yaml")) {
            if (sync.await(60) != 0) {
                throw new IllegalStateException("the topics could not be made: " + sync.log());
            }
        }
    }

    private static Map<String, String> environment(
            KafkaCluster kafka, SchemaRegistryServer registry, PostgresServer postgres, String database) {
        return new HashMap<>(Map.of(
                "KAFKA_BROKERS", kafka.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", registry.url(),
                "DB_PORT", Integer.toString(postgres.port()),
                "DB_NAME", database,
                "DB_USER", PostgresServer.USER));
    }

    /** A database with the endpoint's tables, and nothing in them. */
    public DataSource emptyView(String name) throws SQLException {
        postgres.createDatabase(name);
        String url = postgres.url(name);
        Flyway.configure()
                .dataSource(url, null, null)
                .defaultSchema("endpoint")
                .locations("classpath:db/endpoint")
                .load()
                .migrate();
        return new DriverManagerDataSource(url + "&currentSchema=endpoint");
    }

    /** A database for endpoints. */
    public void createDatabase(String name) throws SQLException {
        postgres.createDatabase(name);
    }

    /** What an endpoint on that database needs to know. */
    public Map<String, String> environment(String database) {
        return environment(kafka, registry, postgres, database);
    }

    public KafkaCluster kafka() {
        return kafka;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public SchemaRegistryServer registry() {
        return registry;
    }

    @Override
    public void close() {
        handler.close();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(kafka::close),
                        CompletableFuture.runAsync(registry::close),
                        CompletableFuture.runAsync(postgres::close))
                .join();
    }
}
