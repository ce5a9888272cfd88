package org.openbankmark.topology.runtime.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.RecordHandler;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

/** A connection to the shared servers, and a consumer group of the test's own. */
@RealServers
abstract class LiveTest {
    static final RetryPolicy QUICKLY = RetryPolicy.exponential(3, Duration.ofMillis(10), Duration.ofMillis(50));

    final String group = "group-" + UUID.randomUUID();
    LiveTopics topics;
    KafkaConnection connection;

    @BeforeEach
    void connect(KafkaCluster kafka, SchemaRegistryServer registry) {
        topics = new LiveTopics(kafka.bootstrapServers(), registry.url());
        connection = KafkaConnection.open(topics.settings());
    }

    @AfterEach
    void disconnect() {
        connection.close();
        topics.close();
    }

    static BalanceChanged balance(String iban, long amount) {
        return new BalanceChanged(iban, amount, 1, "cash", "test");
    }

    /** Sends balances from 0 on, over ten accounts. */
    void sendBalances(Topic<BalanceChanged> topic, int count) {
        RecordSender<BalanceChanged> sender = connection.sender(topic);
        for (int i = 0; i < count; i++) {
            sender.send(balance("iban-" + i % 10, i));
        }
        sender.flush();
    }

    <T> ConsumerSpec<T> records(Topic<T> topic, RecordHandler<T> handler) {
        return spec(topic, Optional.of(handler), Optional.empty(), QUICKLY, Map.of());
    }

    <T> ConsumerSpec<T> records(Topic<T> topic, RetryPolicy retry, RecordHandler<T> handler) {
        return spec(topic, Optional.of(handler), Optional.empty(), retry, Map.of());
    }

    <T> ConsumerSpec<T> records(Topic<T> topic, Map<String, String> settings, RecordHandler<T> handler) {
        return spec(topic, Optional.of(handler), Optional.empty(), QUICKLY, settings);
    }

    <T> ConsumerSpec<T> batches(Topic<T> topic, Map<String, String> settings, BatchHandler<T> handler) {
        return spec(topic, Optional.empty(), Optional.of(handler), QUICKLY, settings);
    }

    private <T> ConsumerSpec<T> spec(
            Topic<T> topic,
            Optional<RecordHandler<T>> handler,
            Optional<BatchHandler<T>> batchHandler,
            RetryPolicy retry,
            Map<String, String> settings) {
        return new ConsumerSpec<>(topic, group, handler, batchHandler, retry, topic.deadLetter(), 100, settings);
    }
}
