package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.StartException;
import org.openbankmark.topology.runtime.settings.Settings;

/** Whatever is missing: the client's start ends within its time limit in one message that says what, where, and the remedy. */
@RealServers
@TestInstance(Lifecycle.PER_CLASS)
class StartFailuresTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** Beyond the limit: what a busy machine may add. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** All that a service may do with a topic, each of which must find out. */
    private static final List<Consumer<BankClients>> STARTS = List.of(
            BankClients::balanceChangedProducer,
            clients -> clients.balanceChangedConsumer()
                    .group("start-failures")
                    .handler(received -> {})
                    .start(),
            clients -> clients.confirmMoneyTransferRequests().start());

    private KafkaCluster kafka;
    private SchemaRegistryServer registry;

    @BeforeAll
    void prepare(KafkaCluster sharedKafka, SchemaRegistryServer sharedRegistry) throws Exception {
        kafka = sharedKafka;
        registry = sharedRegistry;
        BankOnServers.prepare(kafka, registry);
    }

    @Test
    void aSchemaThatIsNotRegistered(@Own SchemaRegistryServer empty) {
        for (Consumer<BankClients> start : STARTS) {
            assertThat(failure(settings(kafka.bootstrapServers(), empty.url()), start))
                    .containsAnyOf("balance_changed-value", "confirm_money_transfer-value")
                    .contains(empty.url(), "sync-cli apply");
        }
    }

    @Test
    void aTopicThatDoesNotExist(@Own KafkaCluster empty) {
        for (Consumer<BankClients> start : STARTS) {
            assertThat(failure(settings(empty.bootstrapServers(), registry.url()), start))
                    .containsAnyOf(
                            "topic balance_changed does not exist", "topic confirm_money_transfer does not exist")
                    .contains(empty.bootstrapServers(), "sync-cli apply");
        }
    }

    @Test
    void aRegistryThatIsDown() {
        String url = "http://127.0.0.1:" + Ports.free(1).get(0) + "/apis/ccompat/v7";
        for (Consumer<BankClients> start : STARTS) {
            assertThat(failure(settings(kafka.bootstrapServers(), url), start))
                    .containsAnyOf("balance_changed", "confirm_money_transfer")
                    .contains(url);
        }
    }

    @Test
    void aBrokerThatCannotBeReached() {
        String nobody = "127.0.0.1:" + Ports.free(1).get(0);
        assertThat(failure(settings(nobody, registry.url()), clients -> {}))
                .contains(nobody, "answered within 5000 ms", "bootstrap.servers");
    }

    @Test
    void wrongCredentialsForTheRegistry() throws Exception {
        try (AuthenticatingProxy proxy = AuthenticatingProxy.before(registry.url(), "bank:right")) {
            Settings right = settings(kafka.bootstrapServers(), proxy.url())
                    .with("basic.auth.credentials.source", "USER_INFO")
                    .with("basic.auth.user.info", "bank:right");
            assertThatCode(() -> {
                        try (BankClients clients = BankClients.connect(right)) {
                            clients.balanceChangedProducer();
                        }
                    })
                    .doesNotThrowAnyException();
            for (Consumer<BankClients> start : STARTS) {
                assertThat(failure(right.with("basic.auth.user.info", "bank:wrong-secret"), start))
                        .contains(proxy.url(), "401")
                        .doesNotContain("wrong-secret");
            }
        }
    }

    @Test
    void wrongCredentialsForTheBrokers() {
        String plain =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"";
        Map<String, String> admin = Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", plain.formatted("admin", "right") + ";");
        KafkaOptions options = KafkaOptions.defaults()
                .withProperty("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withProperty("sasl.enabled.mechanisms", "PLAIN")
                .withProperty("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .withProperty(
                        "listener.name.plaintext.plain.sasl.jaas.config",
                        plain.formatted("admin", "right") + " user_admin=\"right\";")
                .withClientSettings(admin);
        try (KafkaCluster guarded = KafkaCluster.start(options)) {
            Settings wrong = settings(guarded.bootstrapServers(), registry.url())
                    .with(Settings.of(admin))
                    .with("sasl.jaas.config", plain.formatted("admin", "wrong-secret") + ";");
            assertThat(failure(wrong, clients -> {}))
                    .contains(guarded.bootstrapServers(), "refuse these credentials", "sasl.")
                    .doesNotContain("wrong-secret");
        }
    }

    private static Settings settings(String bootstrapServers, String registryUrl) {
        return BankOnServers.settings(bootstrapServers, registryUrl)
                .with("default.api.timeout.ms", Long.toString(LIMIT.toMillis()))
                .with("request.timeout.ms", "2000");
    }

    /** The one message with which the start ends; it ends in time. */
    private static String failure(Settings settings, Consumer<BankClients> start) {
        long begin = System.nanoTime();
        Throwable thrown = catchThrowable(() -> {
            try (BankClients clients = BankClients.connect(settings)) {
                start.accept(clients);
            }
        });
        assertThat(thrown).isInstanceOf(StartException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT.plus(GRACE));
        assertThat(thrown.getMessage().lines()).as("one line").hasSize(1);
        return thrown.getMessage();
    }
}
