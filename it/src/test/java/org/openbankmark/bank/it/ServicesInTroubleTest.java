package org.openbankmark.bank.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.settings.Settings;

/** Heartbeat and command generator as processes, on real servers that fail. */
@RealServers
@Timeout(400)
class ServicesInTroubleTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String TOKEN = "98765432109876543210";
    private static final String DEAD = "topology_consumer_dead_lettered_total";
    private static final String COMMANDS = "bank_generator_commands_total";

    @TempDir
    private Path directory;

    @Test
    void theyWaitForServersPassPoisonByRideOutagesAndStopInOrder(
            @Own KafkaCluster kafka, @Own SchemaRegistryServer registry) throws Exception {
        Map<String, String> environment =
                Map.of("KAFKA_BROKERS", kafka.bootstrapServers(), "SCHEMA_REGISTRY_URL", registry.url());
        try (ServiceProcess heartbeat = ServiceProcess.start("heartbeat", environment, directory);
                ServiceProcess generator = ServiceProcess.start("command-generator", environment, directory)) {
            theyWaitUntilTopicsAreThere(heartbeat, generator, kafka, registry);
            eachBeatGivesACommand(heartbeat, generator);
            poisonBecomesADeadLetterAndTheRestGoesOn(generator, kafka);
            aNewAccountGetsOneSalary(generator, environment);
            theRegistryMayBeAway(heartbeat, registry);
            theyComeBackWithTheServers(heartbeat, generator, kafka, registry);
            assertThat(generator.terminate(STOP_LIMIT)).isZero();
            assertThat(generator.log()).doesNotContain(TOKEN).doesNotContain("0".repeat(20));
            anotherStartKnowsTheAccountsAndPaysNobodyAgain(environment);
            assertThat(heartbeat.terminate(STOP_LIMIT)).isZero();
        }
    }

    private void theyWaitUntilTopicsAreThere(
            ServiceProcess heartbeat, ServiceProcess generator, KafkaCluster kafka, SchemaRegistryServer registry)
            throws Exception {
        Waiting.until("heartbeat says that its topic is missing", LONG, () -> heartbeat
                .readiness()
                .contains("topic heartbeat does not exist"));
        SyncCli.applyBank(kafka.bootstrapServers(), registry.url(), directory);
        Waiting.until("both are ready", LONG, () -> heartbeat.ready() && generator.ready());
    }

    private static void eachBeatGivesACommand(ServiceProcess heartbeat, ServiceProcess generator) throws Exception {
        heartbeat.pace(20, 50);
        Waiting.until("220 transfers", LONG, () -> generator.meter(COMMANDS, "\"transfer\"") >= 220);
        heartbeat.pace(0, 1_000);
        Waiting.until(
                "a command for each beat",
                LONG,
                () -> generator.meter(COMMANDS, "command=") == heartbeat.meter("bank_heartbeat_beats_total", ""));
        double beats = heartbeat.meter("bank_heartbeat_beats_total", "");
        // The first twenty, and then each two hundredth.
        assertThat(generator.meter(COMMANDS, "\"opening\"")).isEqualTo(20 + Math.floor((beats - 1) / 200));
        heartbeat.pace(2, 50);
    }

    private static void poisonBecomesADeadLetterAndTheRestGoesOn(ServiceProcess generator, KafkaCluster kafka)
            throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String topic : new String[] {"heartbeat", "account_creation_confirmed"}) {
                producer.send(new ProducerRecord<>(topic, "poison", new byte[] {1, 2, 3}))
                        .get(30, TimeUnit.SECONDS);
            }
        }
        Waiting.until("a dead letter of heartbeat", LONG, () -> generator.meter(DEAD, "topic=\"heartbeat\"") == 1);
        // One of the consumer that learns, one of the one that pays.
        Waiting.until(
                "dead letters of account_creation_confirmed",
                LONG,
                () -> generator.meter(DEAD, "topic=\"account_creation_confirmed\"") == 2);
        double transfers = generator.meter(COMMANDS, "\"transfer\"");
        Waiting.until("more transfers", LONG, () -> generator.meter(COMMANDS, "\"transfer\"") > transfers);
        assertThat(generator.ready()).isTrue();
    }

    private static void aNewAccountGetsOneSalary(ServiceProcess generator, Map<String, String> environment)
            throws Exception {
        try (BankClients bank = BankClients.connect(Settings.fromEnvironment(environment))) {
            for (Atype type : Atype.values()) {
                bank.accountCreationConfirmedProducer()
                        .send(new AccountCreationConfirmed(
                                UUID.randomUUID(),
                                type == Atype.AUTO ? "NL80OPEN0123456789" : "NL48OPEN0999999999",
                                TOKEN,
                                type))
                        .get(30, TimeUnit.SECONDS);
            }
        }
        Waiting.until("one account is known", LONG, () -> generator.meter("bank_generator_accounts", "") == 1);
        Waiting.until("one salary is paid", LONG, () -> generator.meter(COMMANDS, "\"salary\"") == 1);
    }

    private static void theRegistryMayBeAway(ServiceProcess heartbeat, SchemaRegistryServer registry) throws Exception {
        registry.stop();
        Waiting.until(
                "a warning of the registry", LONG, () -> heartbeat.readiness().contains("\"schema registry\""));
        assertThat(heartbeat.ready()).isTrue();
    }

    private static void theyComeBackWithTheServers(
            ServiceProcess heartbeat, ServiceProcess generator, KafkaCluster kafka, SchemaRegistryServer registry)
            throws Exception {
        kafka.broker(1).stop();
        // Takes about as long as health needs to see that the broker is away.
        registry.start();
        for (ServiceProcess service : new ServiceProcess[] {heartbeat, generator}) {
            Waiting.until(
                    "health says that no broker answers",
                    LONG,
                    () -> !service.ready() && service.readiness().contains("no broker answers at"));
        }
        kafka.broker(1).start();
        double transfers = generator.meter(COMMANDS, "\"transfer\"");
        Waiting.until("both are ready again", LONG, () -> heartbeat.ready() && generator.ready());
        Waiting.until("no warning any more", LONG, () -> !heartbeat.readiness().contains("\"schema registry\""));
        Waiting.until("more transfers", LONG, () -> generator.meter(COMMANDS, "\"transfer\"") > transfers);
        heartbeat.pace(0, 1_000);
        Waiting.until("no lag", LONG, () -> generator.meter("topology_consumer_lag", "") == 0);
    }

    private void anotherStartKnowsTheAccountsAndPaysNobodyAgain(Map<String, String> environment) throws Exception {
        try (ServiceProcess again = ServiceProcess.start("command-generator", environment, directory)) {
            Waiting.until("ready", LONG, again::ready);
            Waiting.until("the account is known", LONG, () -> again.meter("bank_generator_accounts", "") == 1);
            Waiting.until("no lag", LONG, () -> again.meter("topology_consumer_lag", "") == 0);
            assertThat(again.meter(COMMANDS, "\"salary\"")).isZero();
            assertThat(again.terminate(STOP_LIMIT)).isZero();
        }
    }
}
