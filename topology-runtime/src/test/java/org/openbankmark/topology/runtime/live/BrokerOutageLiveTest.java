package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

@RealServers
class BrokerOutageLiveTest {

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aKilledBrokerIsMissedAndNothingElse(String protocol, @Own KafkaCluster kafka, SchemaRegistryServer registry)
            throws Exception {
        try (LiveTopics topics = new LiveTopics(kafka.bootstrapServers(), registry.url());
                KafkaConnection connection = KafkaConnection.open(topics.settings())) {
            Topic<BalanceChanged> topic = topics.balances(2, false);
            RecordSender<BalanceChanged> sender = connection.sender(topic);
            Set<Long> handled = ConcurrentHashMap.newKeySet();
            ConsumerControl consumer = connection.consume(new ConsumerSpec<>(
                    topic,
                    "outage",
                    java.util.Optional.of(r -> handled.add(r.value().getNewBalance())),
                    java.util.Optional.empty(),
                    LiveTest.QUICKLY,
                    java.util.Optional.empty(),
                    100,
                    Map.of("group.protocol", protocol)));
            send(sender, 0, 100).forEach(CompletableFuture::join);
            Await.until("the first hundred", () -> handled.size() == 100, handled::size);
            assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);

            kafka.broker(1).kill();
            Await.until("the state tells it", () -> consumer.state() == ConsumerState.DISCONNECTED, consumer::state);
            // Without a broker a producer forgets the topic's partitions after a while, and its send waits for them.
            CompletableFuture<List<CompletableFuture<RecordMetadata>>> meanwhile =
                    CompletableFuture.supplyAsync(() -> send(sender, 100, 100));
            kafka.broker(1).start();

            meanwhile.join().forEach(CompletableFuture::join);
            Await.until("the second hundred", () -> handled.size() == 200, handled::size);
            Await.until("it runs", () -> consumer.state() == ConsumerState.RUNNING, consumer::state);
            Await.until("nothing lags", () -> consumer.lag().orElse(-1) == 0, consumer::lag);
            assertThat(consumer.failure()).isEmpty();
            consumer.close();
            assertThat(topics.committed("outage").values().stream()
                            .mapToLong(o -> o.offset())
                            .sum())
                    .isEqualTo(200);
        }
    }

    private static List<CompletableFuture<RecordMetadata>> send(
            RecordSender<BalanceChanged> sender, int from, int count) {
        List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            sent.add(sender.send(LiveTest.balance("iban-" + i % 10, i)));
        }
        return sent;
    }
}
