package org.openbankmark.topology.sync.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.SyncException;

/** A client of a cluster. Safe for use by several threads. */
public final class Connection implements AutoCloseable {
    /** A broker that does not answer for so long at the start is taken for a wrong address. */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(20);

    private static final Duration REQUEST = Duration.ofSeconds(15);

    private final Admin admin;
    private final Deadline deadline;

    private Connection(Admin admin, Deadline deadline) {
        this.admin = admin;
        this.deadline = deadline;
    }

    /**
     * Connects.
     *
     * @throws SyncException if no broker answers, or if they refuse the credentials
     */
    public static Connection open(Settings settings, Deadline deadline) {
        Admin admin;
        try {
            admin = Admin.create(properties(settings, deadline));
        } catch (KafkaException wrong) {
            throw KafkaErrors.toConnect(settings, wrong);
        }
        Connection connection = new Connection(admin, deadline);
        try {
            connection.greet(settings);
            return connection;
        } catch (RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** By a client that is there already, which the connection closes. */
    public static Connection of(Admin admin, Deadline deadline) {
        return new Connection(admin, deadline);
    }

    /** The client's default.api.timeout.ms stays Kafka's, which grows with request.timeout.ms only as long as nobody sets it. */
    static Map<String, Object> properties(Settings settings, Deadline deadline) {
        Map<String, Object> properties = new HashMap<>(settings.values());
        properties.keySet().removeIf(name -> name.startsWith("schema.registry.") || name.startsWith("basic.auth."));
        properties.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "sync-cli");
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Integer.toString(deadline.millis(REQUEST)));
        // Nobody watches a process of seconds: measurements for JMX and for the brokers take time to set up.
        properties.putIfAbsent(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.putIfAbsent(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        return properties;
    }

    private void greet(Settings settings) {
        int limit = deadline.millis(FIRST_ANSWER);
        try {
            KafkaErrors.await(admin.describeCluster(new DescribeClusterOptions().timeoutMs(limit))
                    .clusterId());
        } catch (KafkaException failed) {
            throw KafkaErrors.toConnect(settings, failed);
        }
    }

    /** The client itself. */
    public Admin admin() {
        return admin;
    }

    /** How long one call may take, in milliseconds: what is left, but not so long that nothing is tried again. */
    public int callLimit() {
        return limit(Duration.ofSeconds(30));
    }

    /** What is left, at most so long, in milliseconds. */
    public int limit(Duration most) {
        return deadline.millis(most);
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(TimeUnit.SECONDS.toMillis(2)));
    }
}
