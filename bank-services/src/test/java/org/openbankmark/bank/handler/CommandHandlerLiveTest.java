package org.openbankmark.bank.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.account.Token;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.settings.Settings;

/** Real handler processes on real servers of their own. */
@RealServers
class CommandHandlerLiveTest {
    private static final int ACCOUNTS = 10;

    @TempDir
    private Path logs;

    @Test
    void moneyIsNeverWrongWhateverIsKilledOrStopped(
            @Own KafkaCluster kafka, SchemaRegistryServer registry, @Own PostgresServer postgres) throws Exception {
        int kills = Integer.getInteger("bank.kills", 3);
        BankTopicsOnServers.make(kafka.bootstrapServers(), registry.url());
        Settings settings = Settings.of(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url()));
        HandlerLog log = new HandlerLog(logs.resolve("handler.log"));
        try (LedgerDatabase database = new LedgerDatabase(postgres);
                Events events = new Events(settings)) {
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("KAFKA_BROKERS", kafka.bootstrapServers());
            environment.put("SCHEMA_REGISTRY_URL", registry.url());
            List<HandlerProcess> handlers = new ArrayList<>();
            handlers.add(HandlerProcess.start(environment, log.file()));
            handlers.add(HandlerProcess.start(environment, log.file()));
            try {
                List<UUID> sent = new ArrayList<>();
                BankClients bank = events.clients();
                poison(kafka, "confirm_money_transfer");
                poison(kafka, "confirm_account_creation");
                var creations = bank.confirmAccountCreationProducer();
                for (int i = 0; i < ACCOUNTS; i++) {
                    creations
                            .send(new ConfirmAccountCreation(UUID.randomUUID(), Atype.AUTO))
                            .get();
                }
                log.untilAtLeast(ACCOUNTS, "accounts", events.accounts::size);
                Random random = new Random(3);
                for (int kill = 0; kill < kills; kill++) {
                    send(events, bank, 400, random, sent);
                    int victim = kill % 2;
                    Thread.sleep(ThreadLocalRandom.current().nextInt(1_500));
                    handlers.get(victim).kill();
                    send(events, bank, 100, random, sent);
                    log.untilAtLeast(sent.size(), "answers after kill " + kill, events::replies);
                    handlers.set(victim, HandlerProcess.start(environment, log.file()));
                }
                send(events, bank, 200, random, sent);
                postgres.kill();
                send(events, bank, 50, random, sent);
                postgres.start();
                log.untilAtLeast(sent.size(), "answers after PostgreSQL came back", events::replies);
                kafka.broker(1).stop();
                kafka.broker(1).start();
                send(events, bank, 200, random, sent);
                log.untilAtLeast(sent.size(), "answers after the broker came back", events::replies);

                // Replies and balances are read by consumers of their own.
                long changes = database.number("SELECT sum(sequence) FROM account WHERE token IS NOT NULL");
                log.untilAtLeast(changes, "changes of balances", events.balances::size);
                check(events, database, sent);
                assertThat(letters(kafka, "confirm_money_transfer_dead_letter")).isEqualTo(1);
                assertThat(letters(kafka, "confirm_account_creation_dead_letter"))
                        .isEqualTo(1);
                for (HandlerProcess handler : handlers) {
                    log.untilAtLeast(1, "readiness", () -> handler.isReady() ? 1 : 0);
                    assertThat(handler.isAlive()).isTrue();
                    assertThat(handler.stop(10)).isZero();
                }
                String said = log.text();
                events.accounts.forEach(account -> assertThat(said).doesNotContain(account.getToken()));
            } finally {
                handlers.forEach(HandlerProcess::close);
            }
        }
    }

    private static void check(Events events, LedgerDatabase database, List<UUID> sent) throws Exception {
        assertThat(events.replies()).isEqualTo(sent.size());
        HashSet<UUID> answered = new HashSet<>(events.confirmed);
        events.failed.forEach(failed -> answered.add(failed.getId()));
        assertThat(answered).isEqualTo(new HashSet<>(sent));
        assertThat(database.number("SELECT count(*) FROM transfer")).isEqualTo(sent.size());
        assertThat(database.number("SELECT sum(balance) FROM account")).isZero();
        assertThat(database.number("SELECT count(*) FROM account WHERE balance < lowest"))
                .isZero();
        assertThat(events.replayed()).isEqualTo(database.balances());
    }

    private static void send(Events events, BankClients bank, int count, Random random, List<UUID> sent)
            throws Exception {
        var transfers = bank.confirmMoneyTransferProducer();
        List<CompletableFuture<?>> acknowledged = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var from = events.accounts.get(random.nextInt(ACCOUNTS));
            var to = events.accounts.get(random.nextInt(ACCOUNTS));
            UUID id = UUID.randomUUID();
            long amount = random.nextInt(30_000);
            acknowledged.add(transfers.send(
                    switch (random.nextInt(4)) {
                        case 0 ->
                            new ConfirmMoneyTransfer(id, Token.COMPANY, amount, Iban.COMPANY, to.getIban(), "salary");
                        case 1 -> new ConfirmMoneyTransfer(id, "cash", amount, "cash", to.getIban(), "deposit");
                        case 2 -> new ConfirmMoneyTransfer(id, from.getToken(), amount, from.getIban(), "shop", "pin");
                        default ->
                            new ConfirmMoneyTransfer(
                                    id, from.getToken(), amount, from.getIban(), to.getIban(), "transfer");
                    }));
            sent.add(id);
        }
        for (CompletableFuture<?> each : acknowledged) {
            each.get();
        }
    }

    private static void poison(KafkaCluster kafka, String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "not Avro".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static long letters(KafkaCluster kafka, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }
}
