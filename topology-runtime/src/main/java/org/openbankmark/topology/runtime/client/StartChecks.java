package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
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

    private static final Duration UNSETTLED_PAUSE = Duration.ofMillis(20);

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

    /** Does what makes a producer the only one with its transactional id. */
    void transactions(String transactionalId, Runnable initialize) {
        String what = "transactions of " + transactionalId;
        try {
            initialize.run();
        } catch (org.apache.kafka.common.errors.TimeoutException late) {
            throw new StartException(
                    "the brokers at " + brokers + " did not take on " + what + " in time: " + late.getMessage(), late);
        } catch (KafkaException failure) {
            throw told(what, failure);
        }
    }

    /** The offset that a group has, after those in transactions that are under way are settled. */
    OptionalLong offset(String group, TopicPartition partition) {
        String what = "offsets of the group " + group;
        long deadline = System.nanoTime() + limit.toNanos();
        Map<TopicPartition, OffsetAndMetadata> offsets = offsets(group, partition, what);
        // Kafka's client leaves out what is not settled yet; where there is no offset it says so with a null.
        while (!offsets.containsKey(partition)) {
            if (System.nanoTime() > deadline) {
                throw unreachable(what, new TimeoutException("a transaction is not settled"));
            }
            LockSupport.parkNanos(UNSETTLED_PAUSE.toNanos());
            offsets = offsets(group, partition, what);
        }
        OffsetAndMetadata offset = offsets.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset.offset());
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String group, TopicPartition partition, String what) {
        return await(
                admin.listConsumerGroupOffsets(
                                Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(partition))),
                                new ListConsumerGroupOffsetsOptions().requireStable(true))
                        .partitionsToOffsetAndMetadata(group),
                what);
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

    private <T> T await(KafkaFuture<T> answer, String what) {
        try {
            return answer.get(limit.toMillis() + 1_000, TimeUnit.MILLISECONDS);
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
                    "the brokers at " + brokers + " know this client but do not let it use " + what
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
