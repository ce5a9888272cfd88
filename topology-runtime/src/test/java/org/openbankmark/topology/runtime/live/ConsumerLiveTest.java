package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RecordHandler;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

@RealServers
class ConsumerLiveTest {
    private LiveTopics topics;
    private KafkaConnection connection;

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

    @Test
    void whatIsSentIsReceivedEqualInOrderAndCommitted() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(3, false);
        RecordSender<BalanceChanged> sender = connection.sender(topic);
        for (int i = 0; i < 1_000; i++) {
            sender.send(balance("iban-" + i % 10, i));
        }
        sender.flush();
        List<Received<BalanceChanged>> received = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(spec(topic, "readers", received::add));
        Await.until("all are received", () -> received.size() == 1_000, received::size);
        Await.until("nothing lags", () -> consumer.lag().orElse(-1) == 0, consumer::lag);
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
        assertThat(consumer.counters().handled()).isEqualTo(1_000);
        consumer.close();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(topics.committed("readers").values().stream()
                        .mapToLong(o -> o.offset())
                        .sum())
                .isEqualTo(1_000);
        for (int account = 0; account < 10; account++) {
            String iban = "iban-" + account;
            assertThat(received.stream().filter(r -> r.key().equals(iban)).map(r -> r.value()
                            .getNewBalance()))
                    .isSorted()
                    .hasSize(100);
        }
    }

    static BalanceChanged balance(String iban, long amount) {
        return new BalanceChanged(iban, amount, 1, "cash", "test");
    }

    static <T> ConsumerSpec<T> spec(Topic<T> topic, String group, RecordHandler<T> handler) {
        return new ConsumerSpec<>(
                topic,
                group,
                Optional.of(handler),
                Optional.empty(),
                RetryPolicy.exponential(3, Duration.ofMillis(10), Duration.ofMillis(50)),
                topic.deadLetter(),
                500,
                Map.of());
    }
}
