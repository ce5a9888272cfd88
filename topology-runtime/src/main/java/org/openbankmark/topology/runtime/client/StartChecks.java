package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.RegistryUnavailableException;
import org.openbankmark.topology.runtime.registry.SchemaNotRegisteredException;

/** What a client needs before it starts, each with one message that says what is missing and how to mend it. */
final class StartChecks {
    private static final String REMEDY = "sync-cli apply -f <topology file>";

    private final Admin admin;
    private final String brokers;
    private final String registryUrl;
    private final Duration limit;

    StartChecks(Admin admin, String brokers, String registryUrl, Duration limit) {
        this.admin = admin;
        this.brokers = brokers;
        this.registryUrl = registryUrl;
        this.limit = limit;
    }

    /** A broker answers and lets us in. */
    void cluster() {
        await(admin.describeCluster().clusterId(), "the cluster");
    }

    /** The topic is there, as its topology says. */
    void topic(String name) {
        await(admin.describeTopics(List.of(name)).allTopicNames(), "topic " + name);
    }

    /** Does what asks the registry for a topic's schemas. */
    <T> T schemas(String topic, Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (SchemaNotRegisteredException missing) {
            throw new StartException(
                    "topic " + topic + ": " + missing.getMessage() + " (at " + registryUrl + "). Register it with: "
                            + REMEDY,
                    missing);
        } catch (RegistryUnavailableException unreachable) {
            throw new StartException(
                    "topic " + topic + ": its schemas could not be looked up at " + registryUrl + ": "
                            + unreachable.getMessage(),
                    unreachable);
        } catch (RegistryException refused) {
            throw new StartException(
                    "topic " + topic + ": its schemas could not be looked up at " + registryUrl + ": "
                            + refused.getMessage(),
                    refused);
        }
    }

    private void await(KafkaFuture<?> answer, String what) {
        try {
            answer.get(limit.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while looking for " + what + " at " + brokers, interrupted);
        } catch (TimeoutException late) {
            throw unreachable(what, late);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw told(what, cause);
        }
    }

    private StartException told(String what, Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException) {
            return new StartException(
                    what + " does not exist on the cluster at " + brokers + ". Create it with: " + REMEDY, cause);
        }
        if (cause instanceof AuthenticationException) {
            return new StartException(
                    "the brokers at " + brokers + " refuse these credentials: " + cause.getMessage()
                            + ". Check security.protocol and the sasl.* or ssl.* settings",
                    cause);
        }
        if (cause instanceof AuthorizationException) {
            return new StartException(
                    "the brokers at " + brokers + " know this client but do not let it describe " + what
                            + ". Grant its service the rights with: " + REMEDY,
                    cause);
        }
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return unreachable(what, cause);
        }
        return new StartException("looking for " + what + " at " + brokers + " failed: " + cause, cause);
    }

    private StartException unreachable(String what, Throwable cause) {
        return new StartException(
                "no broker at " + brokers + " answered within " + limit.toMillis() + " ms when asked for " + what
                        + ". Check that it runs, the address (KAFKA_BROKERS or bootstrap.servers) and security.protocol",
                cause);
    }
}
