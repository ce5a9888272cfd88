package org.openbankmark.bank.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.ConfirmMoneyTransferRequests;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.settings.Settings;

/** The command handler as a process, on real servers that fail: what its health and metrics say, and that it comes back. */
@RealServers
@Timeout(400)
class HandlerInTroubleTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String COMMANDS = "bank_commands_total";
    private static final String DEAD = "topology_consumer_dead_lettered_total";

    @TempDir
    private Path directory;

    private int sent;

    @Test
    void healthSaysWhatIsWrongAndEveryOutageEndsWithoutLag(
            @Own KafkaCluster kafka, @Own SchemaRegistryServer registry, @Own PostgresServer postgres)
            throws Exception {
        postgres.createDatabase("ledger");
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BROKERS", kafka.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", registry.url(),
                "DB_PORT", Integer.toString(postgres.port()),
                "DB_NAME", "ledger",
                "DB_USER", PostgresServer.USER));
        postgres.stop();
        try (ServiceProcess handler = ServiceProcess.start("command-handler", environment, directory)) {
            Waiting.until(
                    "it waits for its database", LONG, () -> handler.readiness().contains("the ledger's database at"));
            postgres.start();
            Waiting.until(
                    "it waits for its topics", LONG, () -> handler.readiness().contains("does not exist"));
            SyncCli.applyBank(kafka.bootstrapServers(), registry.url(), directory);
            Waiting.until("it is ready", LONG, handler::ready);
            try (BankClients bank = BankClients.connect(Settings.fromEnvironment(environment))) {
                allIsHandled(handler, bank);
                withoutRegistry(handler, bank, registry, postgres);
                withoutDatabase(handler, bank, postgres);
                withoutBroker(handler, bank, kafka);
                poison(handler, bank, kafka);
            }
            assertThat(handler.terminate(Duration.ofSeconds(10))).isZero();
        }
    }

    private void allIsHandled(ServiceProcess handler, BankClients bank) throws Exception {
        send(bank);
        handled(handler);
    }

    /** It goes on even where its relay has to start over. */
    private void withoutRegistry(
            ServiceProcess handler, BankClients bank, SchemaRegistryServer registry, PostgresServer postgres)
            throws Exception {
        try (ConfirmMoneyTransferRequests requests =
                bank.confirmMoneyTransferRequests().timeout(LONG).start()) {
            registry.stop();
            Waiting.until(
                    "a warning of the registry", LONG, () -> handler.readiness().contains("\"schema registry\""));
            assertThat(handler.ready()).isTrue();
            send(bank);
            handled(handler);
            endConnectionOfRelay(postgres);
            assertThat(requests.send(transfer()).get()).isInstanceOf(MoneyTransferConfirmed.class);
            sent++;
        }
        registry.start();
        Waiting.until("no warning any more", LONG, () -> !handler.readiness().contains("\"schema registry\""));
    }

    private static void endConnectionOfRelay(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.dataSource("ledger").getConnection();
                Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery(
                        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")) {
            assertThat(ended.next()).isTrue();
        }
    }

    private void withoutDatabase(ServiceProcess handler, BankClients bank, PostgresServer postgres) throws Exception {
        postgres.stop();
        send(bank);
        Waiting.until(
                "health says that PostgreSQL is away",
                LONG,
                () -> !handler.ready() && handler.readiness().contains("PostgreSQL"));
        postgres.start();
        handled(handler);
        Waiting.until("it is ready again", LONG, handler::ready);
    }

    private void withoutBroker(ServiceProcess handler, BankClients bank, KafkaCluster kafka) throws Exception {
        kafka.broker(1).stop();
        Waiting.until(
                "health says that no broker answers",
                LONG,
                () -> !handler.ready() && handler.readiness().contains("no broker answers at"));
        kafka.broker(1).start();
        send(bank);
        handled(handler);
        Waiting.until("it is ready again", LONG, handler::ready);
    }

    /** On each topic of the bank, also on those that the handler does not read. */
    private void poison(ServiceProcess handler, BankClients bank, KafkaCluster kafka) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var topic : BankTopics.all()) {
                producer.send(new ProducerRecord<>(topic.name(), "poison", new byte[] {1, 2, 3}))
                        .get(30, TimeUnit.SECONDS);
            }
        }
        for (String topic :
                new String[] {BankTopics.Names.CONFIRM_MONEY_TRANSFER, BankTopics.Names.CONFIRM_ACCOUNT_CREATION}) {
            Waiting.until("a dead letter of " + topic, LONG, () -> handler.meter(DEAD, "topic=\"" + topic + "\"") == 1);
        }
        send(bank);
        handled(handler);
        assertThat(handler.ready()).isTrue();
    }

    private void send(BankClients bank) throws Exception {
        for (int i = 0; i < 20; i++) {
            bank.confirmMoneyTransferProducer().send(transfer()).get(60, TimeUnit.SECONDS);
            sent++;
        }
    }

    private static ConfirmMoneyTransfer transfer() {
        return new ConfirmMoneyTransfer(UUID.randomUUID(), "cash", 100, "cash", "shop", "test");
    }

    private void handled(ServiceProcess handler) throws Exception {
        Waiting.until(
                sent + " transfers are confirmed",
                LONG,
                () -> handler.meter(COMMANDS, "kind=\"money_transfer\",outcome=\"confirmed\"") == sent);
        Waiting.until("all events are sent", LONG, () -> handler.meter("bank_outbox_events", "") == 0);
        Waiting.until("no lag", LONG, () -> handler.meter("topology_consumer_lag", "") == 0);
    }
}
