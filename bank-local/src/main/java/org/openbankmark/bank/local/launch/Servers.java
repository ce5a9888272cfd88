package org.openbankmark.bank.local.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.openbankmark.bank.local.kafka.KafkaBroker;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.postgres.PostgresOptions;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Starts the servers, with their data in this installation. */
final class Servers {
    /** The database and the user that owns it. */
    static final String DATABASE = "bank";

    private final Installation installation;
    private final BankPlan plan;
    private final Secrets secrets;

    Servers(Installation installation, BankPlan plan, Secrets secrets) {
        this.installation = installation;
        this.plan = plan;
        this.secrets = secrets;
    }

    /** One entry for each broker; the first stops them all. */
    List<Running> kafka() {
        KafkaCluster cluster = KafkaCluster.start(KafkaOptions.defaults()
                .withPorts(plan.kafkaPorts().toArray(Integer[]::new))
                .withDirectory(installation.data().resolve("kafka")));
        return cluster.brokers().stream()
                .map(broker -> running(cluster, broker))
                .toList();
    }

    private static Running running(KafkaCluster cluster, KafkaBroker broker) {
        boolean only = cluster.brokers().size() == 1;
        return new Running(
                only ? "kafka" : "kafka-" + broker.id(),
                ProcessMark.of(broker.pid()),
                broker.address(),
                null,
                broker.log().toString(),
                broker::isRunning,
                Optional::empty,
                broker.id() == 1 ? cluster::close : broker::stop);
    }

    Running registry() {
        SchemaRegistryServer server = SchemaRegistryServer.start(SchemaRegistryOptions.defaults()
                .withPort(plan.registryPort())
                .withDirectory(installation.data().resolve("registry")));
        return new Running(
                "registry",
                ProcessMark.of(server.pid()),
                server.url(),
                null,
                server.log().toString(),
                server::isRunning,
                Optional::empty,
                server::close);
    }

    Running postgres() {
        PostgresServer server = PostgresServer.start(PostgresOptions.defaults()
                .withPort(plan.databasePort())
                .withDirectory(installation.data().resolve("postgres"))
                .withPassword(secrets.superuser()));
        try {
            makeDatabase(server);
        } catch (SQLException e) {
            server.close();
            throw new LaunchException("PostgreSQL runs, but the bank's database cannot be made: " + e.getMessage(), e);
        }
        return new Running(
                "postgres",
                ProcessMark.of(server.pid()),
                "127.0.0.1:" + server.port() + "/" + DATABASE,
                null,
                server.log().toString(),
                server::isRunning,
                Optional::empty,
                server::close);
    }

    private void makeDatabase(PostgresServer server) throws SQLException {
        try (Connection connection = server.dataSource(PostgresServer.USER).getConnection();
                Statement statement = connection.createStatement()) {
            String user = statement.enquoteIdentifier(DATABASE, true);
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                statement.execute(
                        "CREATE ROLE " + user + " LOGIN PASSWORD " + statement.enquoteLiteral(secrets.bank()));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE " + user + " OWNER " + user);
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, DATABASE);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
