package org.openbankmark.bank.graphql.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The bank of all tests: servers, and one endpoint that no test stops. */
public final class RunningBank implements AutoCloseable {
    private static final String DATABASE = "endpoint";
    private static final Map<String, String> ROOMY = Map.of(
            "BANK_GRAPHQL_CONNECTIONS_PER_ADDRESS", "1000",
            "BANK_GRAPHQL_SUBSCRIPTIONS_PER_ADDRESS", "10000",
            "BANK_GRAPHQL_ATTEMPTS_PER_ADDRESS", "1000",
            "BANK_GRAPHQL_LOGINS_PER_ADDRESS", "10000");

    private final Path logs;
    private final Servers servers;
    private final Endpoint endpoint;
    private final AtomicInteger others = new AtomicInteger();
    private Endpoint second;

    private RunningBank(Path logs, Servers servers, Endpoint endpoint) {
        this.logs = logs;
        this.servers = servers;
        this.endpoint = endpoint;
    }

    static RunningBank start() throws Exception {
        Path logs = Files.createDirectories(Path.of("target", "logs"));
        Servers servers = Servers.start(logs);
        try {
            servers.createDatabase(DATABASE);
            Endpoint endpoint =
                    Endpoint.start(servers.environment(DATABASE), ROOMY, fresh(logs.resolve("endpoint.log")));
            return new RunningBank(logs, servers, endpoint);
        } catch (Exception | Error failed) {
            servers.close();
            throw failed;
        }
    }

    public Servers servers() {
        return servers;
    }

    /** Changes what the endpoint's database has; how many rows. */
    public int update(String sql) throws SQLException {
        try (Connection connection = servers.postgres().dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The one that is always there. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** A second instance that no test stops, with small buffers for its subscribers. */
    public synchronized Endpoint second() throws Exception {
        if (second == null) {
            second = another(Map.of("BANK_GRAPHQL_SUBSCRIBER_BUFFER", "64"));
        }
        return second;
    }

    /** Another instance on the same database, with settings of its own; closed by the test. */
    public Endpoint another(Map<String, String> settings) throws Exception {
        Path log = fresh(logs.resolve("endpoint-" + others.incrementAndGet() + ".log"));
        HashMap<String, String> all = new HashMap<>(ROOMY);
        all.putAll(settings);
        return Endpoint.start(servers.environment(DATABASE), all, log);
    }

    private static Path fresh(Path log) throws IOException {
        Files.deleteIfExists(log);
        return log;
    }

    @Override
    public synchronized void close() {
        endpoint.close();
        if (second != null) {
            second.close();
        }
        servers.close();
    }
}
