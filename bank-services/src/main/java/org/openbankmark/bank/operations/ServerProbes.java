package org.openbankmark.bank.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.RegistryHttp;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * Asks brokers and registry every few seconds whether they answer, so that health can tell at once, and also where a service
 * has nothing to send for the moment. A service needs brokers; a registry only for schemas that it has not seen yet.
 */
final class ServerProbes implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final ScheduledExecutorService thread;
    private final Admin admin;
    private final String brokers;
    private final RegistryHttp registry;
    private volatile @Nullable String kafkaProblem;
    private volatile @Nullable String registryProblem;

    private ServerProbes(ScheduledExecutorService thread, Admin admin, String brokers, RegistryHttp registry) {
        this.thread = thread;
        this.admin = admin;
        this.brokers = brokers;
        this.registry = registry;
    }

    /** Starts asking, with settings that made a client before. */
    static ServerProbes start(Settings settings, Health health) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "server-probes");
            made.setDaemon(true);
            return made;
        });
        ServerProbes probes = new ServerProbes(
                thread,
                Admin.create(admin(settings)),
                settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG).orElse(""),
                new RegistryHttp(settings.with("max.retries", "0")
                        .with("http.connect.timeout.ms", Long.toString(LIMIT.toMillis()))
                        .with("http.read.timeout.ms", Long.toString(LIMIT.toMillis()))));
        health.needs("kafka", () -> Optional.ofNullable(probes.kafkaProblem));
        health.watches("schema registry", () -> Optional.ofNullable(probes.registryProblem));
        Future<?> unused = thread.scheduleWithFixedDelay(probes::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return probes;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void look() {
        try {
            kafkaProblem = askKafka();
            registryProblem = askRegistry();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            // Thrown on, it would silently end all looking.
            kafkaProblem = "cannot be asked: " + unexpected;
        }
    }

    private @Nullable String askKafka() throws InterruptedException {
        try {
            admin.describeCluster().nodes().get(LIMIT.toMillis() + 500, TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException failed) {
            return "no broker answers at " + brokers + ": " + reason(failed);
        } catch (TimeoutException late) {
            return "no broker answers at " + brokers + " within " + LIMIT.toSeconds() + " s";
        }
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause == null || cause.getMessage() == null ? failed.toString() : cause.getMessage();
    }

    private @Nullable String askRegistry() {
        try {
            registry.get("/subjects?limit=1");
            return null;
        } catch (RegistryException unreachable) {
            return String.valueOf(unreachable.getMessage());
        }
    }

    private static Map<String, Object> admin(Settings settings) {
        Map<String, Object> known = new HashMap<>(settings.values());
        known.keySet().retainAll(AdminClientConfig.configNames());
        known.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(LIMIT.toMillis()));
        known.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(LIMIT.toMillis()));
        return known;
    }
}
