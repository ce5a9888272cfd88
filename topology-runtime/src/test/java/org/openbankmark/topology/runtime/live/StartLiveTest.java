package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.client.StartException;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.tail.TailHandler;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

class StartLiveTest extends LiveTest {

    @Test
    void aBrokerThatDoesNotAnswerIsToldWithinTheLimit() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0)) {
            String address = "127.0.0.1:" + nobody.getLocalPort();
            nobody.close();
            long start = System.nanoTime();
            assertStartFails(() -> KafkaConnection.open(
                            Settings.of(Map.of("bootstrap.servers", address, "default.api.timeout.ms", "1500"))))
                    .hasMessageContaining("no broker at " + address + " answered within 1500 ms")
                    .hasMessageContaining("KAFKA_BROKERS");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void noAddressOneThatCannotBeResolvedAndWrongSettingsAreTold() {
        assertStartFails(() -> KafkaConnection.open(Settings.of(Map.of()))).hasMessageContaining("KAFKA_BROKERS");
        assertStartFails(() -> KafkaConnection.open(Settings.of(
                        Map.of("bootstrap.servers", "no.such.host.invalid:9092", "default.api.timeout.ms", "1500"))))
                .hasMessageContaining("no.such.host.invalid");
        assertStartFails(() -> KafkaConnection.open(topics.settings().with("security.protocol", "TELEPATHY")))
                .hasMessageContaining("security.protocol");
        assertStartFails(() -> KafkaConnection.open(topics.settings().with("transactional.id", "x")))
                .hasMessageContaining("transactional.id");
    }

    @Test
    void aConsumersSettingThatIsNoNumberIsTold() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        for (String name : List.of("max.poll.records", "max.poll.interval.ms", "heartbeat.interval.ms")) {
            assertStartFails(() -> connection.consume(records(topic, Map.of(name, "abc"), r -> {})))
                    .hasMessageContaining(name);
        }
    }

    @Test
    void blanksAroundSettingsDoNoMoreHarmThanToKafka() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 3);
        ConsumerControl consumer = connection.consume(
                records(topic, Map.of("max.poll.records", " 2 ", "group.protocol", " consumer "), r -> {}));
        Await.until("all are handled", () -> consumer.counters().handled() == 3);
        assertStartFails(() -> connection.consume(records(topic, Map.of("enable.auto.commit", " true "), r -> {})))
                .hasMessageContaining("enable.auto.commit");
    }

    @Test
    void theGroupProtocolsSettingsAreForThoseWhoHaveAGroup() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        Settings settings = topics.settings().with("group.protocol", "consumer").with("group.remote.assignor", "range");
        List<BalanceChanged> handled = new CopyOnWriteArrayList<>();
        List<BalanceChanged> tailed = new CopyOnWriteArrayList<>();
        try (KafkaConnection own = KafkaConnection.open(settings)) {
            own.consume(records(topic, r -> handled.add(r.value())));
            own.tail(new TailSpec<>(topic, new Taking(tailed)));
            CompletableFuture<BalanceChanged> reply = own.requests(
                            new RequestSpec<>(topic, List.of(topic), Duration.ofSeconds(30), 1))
                    .send(balance("iban", 1));
            assertThat(reply.join()).isEqualTo(balance("iban", 1));
            Await.until("all have read it", () -> tailed.size() == 1 && handled.size() == 1);
        }
    }

    private record Taking(List<BalanceChanged> taken) implements TailHandler<BalanceChanged> {
        @Override
        public void received(Received<BalanceChanged> record) {
            taken.add(record.value());
        }

        @Override
        public void missed(Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void failed(Throwable cause) {
            throw new AssertionError(cause);
        }
    }

    @Test
    void aTopicThatDoesNotExistIsToldWithItsRemedy() {
        Topic<BalanceChanged> missing = Topic.of("missing-" + UUID.randomUUID(), BalanceChangedCodec.INSTANCE)
                .key(BalanceChanged::getIban)
                .build();
        for (ThrowingCallable start : List.<ThrowingCallable>of(
                () -> connection.sender(missing),
                () -> connection.consume(records(missing, r -> {})),
                () -> connection.requests(new RequestSpec<>(missing, List.of(missing), Duration.ofSeconds(1), 1)))) {
            assertStartFails(start)
                    .hasMessageContaining("topic " + missing + " does not exist")
                    .hasMessageContaining("sync-cli apply -f <topology file>");
        }
    }

    @Test
    void aDeadLetterTopicThatDoesNotExistIsToldAtTheStart() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        Topic<BalanceChanged> withMissing = Topic.of(topic.name(), BalanceChangedCodec.INSTANCE)
                .deadLetter("missing-dead")
                .build();
        assertStartFails(() -> connection.consume(records(withMissing, r -> {})))
                .hasMessageContaining("topic missing-dead does not exist");
    }

    @Test
    void aSchemaThatIsNotRegisteredIsToldWithTopicSubjectAndRemedy() throws Exception {
        String name = "unregistered-" + UUID.randomUUID();
        topics.create(name, 1);
        Topic<BalanceChanged> topic =
                Topic.of(name, BalanceChangedCodec.INSTANCE).build();
        for (ThrowingCallable start : List.<ThrowingCallable>of(
                () -> connection.sender(topic), () -> connection.consume(records(topic, r -> {})))) {
            assertStartFails(start)
                    .hasMessageContaining("topic " + name)
                    .hasMessageContaining(name + "-value")
                    .hasMessageContaining("sync-cli apply -f <topology file>");
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerOrIsNotSetIsTold() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        Settings nobody = topics.settings().with("schema.registry.url", "http://127.0.0.1:9");
        try (KafkaConnection other = KafkaConnection.open(nobody)) {
            assertStartFails(() -> other.sender(topic))
                    .hasMessageContaining("topic " + topic)
                    .hasMessageContaining("http://127.0.0.1:9");
        }
        String brokers = topics.settings().get("bootstrap.servers").orElseThrow();
        try (KafkaConnection other = KafkaConnection.open(Settings.of(Map.of("bootstrap.servers", brokers)))) {
            assertStartFails(() -> other.sender(topic)).hasMessageContaining("SCHEMA_REGISTRY_URL");
        }
    }

    @Test
    void automaticCommitsAreRefused() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        assertStartFails(() -> connection.consume(records(topic, Map.of("enable.auto.commit", "true"), r -> {})))
                .hasMessageContaining("enable.auto.commit")
                .hasMessageContaining("lose");
    }

    @Test
    void aSerializerThatIsNotThereIsTold() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        Settings settings = topics.settings().with("value.serializer", "io.example.Missing");
        try (KafkaConnection other = KafkaConnection.open(settings)) {
            assertStartFails(() -> other.sender(topic))
                    .hasMessageContaining("value.serializer")
                    .hasMessageContaining("io.example.Missing");
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertStartFails(
            ThrowingCallable start) {
        return assertThatThrownBy(start)
                .isInstanceOf(StartException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }
}
