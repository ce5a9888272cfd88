package org.openbankmark.bank.handler.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.CommandHandlerService;
import org.openbankmark.bank.handler.BankTopicsOnServers;
import org.openbankmark.bank.handler.LedgerDatabase;
import org.openbankmark.bank.handler.Patience;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.client.TransactionalConnection;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

@RealServers
class RelayTest {
    private static final StandbyWatch STANDBY = new StandbyWatch(Duration.ofMinutes(1));

    private final RelaySignal signal = new RelaySignal();
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final List<Long> written = new ArrayList<>();
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();

    @Test
    void eachEventComesOnceAndInOrderWhereverTheRelayDies(
            @Own KafkaCluster kafka, SchemaRegistryServer registry, PostgresServer postgres) throws Exception {
        BankTopicsOnServers.make(kafka.bootstrapServers(), registry.url());
        Settings settings = Settings.of(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url()));
        try (LedgerDatabase database = new LedgerDatabase(postgres);
                BankClients reader = BankClients.connect(settings)) {
            reader.balanceChangedConsumer()
                    .group("relay-test")
                    .handler(received -> seen.add(received.value().getSequence()))
                    .start();
            // With the first batch of all: Kafka has nothing of this bank yet.
            try (LedgerDatabase fresh = new LedgerDatabase(postgres)) {
                diesAndGoesOn(fresh, settings, Step.COMMIT);
                assertThat(fresh.outbox()).isEmpty();
            }
            forget(kafka);
            for (Step step : Step.values()) {
                diesAndGoesOn(database, settings, step);
            }
            assertThat(database.outbox()).isEmpty();
            forget(kafka);
            diesAndGoesOn(database, settings, Step.SEALED);

            forget(kafka);
            write(database, 1);
            database.execute("UPDATE relay SET batch = batch + 1");
            database.execute("UPDATE outbox SET batch = (SELECT batch FROM relay)");
            try (Relay relay = relay(database, settings, Forgotten.STOP, RelaySteps.NONE)) {
                relay.start();
                Patience.until(
                        "it says what to do", () -> relay.problem().orElse("").contains("HANDLER_FORGOTTEN_BATCH"));
            }
            try (Relay relay = relay(database, settings, Forgotten.RESEND, RelaySteps.NONE)) {
                relay.start();
                Patience.until("it is sent as asked", () -> seen.size() == written.size());
            }
            database.execute("UPDATE relay SET batch = 0");
            try (Relay relay = relay(database, settings, Forgotten.STOP, RelaySteps.NONE)) {
                relay.start();
                Patience.until(
                        "it notices an old database",
                        () -> relay.problem().orElse("").contains("older"));
            }
            assertThat(seen).isEqualTo(written);
            assertThat(broken).isEmpty();
        }
    }

    @Test
    void itTakesOverWhileTheRegistryIsAway(
            @Own KafkaCluster kafka, @Own SchemaRegistryServer registry, PostgresServer postgres) throws Exception {
        BankTopicsOnServers.make(kafka.bootstrapServers(), registry.url());
        Settings settings = Settings.of(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url()));
        try (LedgerDatabase database = new LedgerDatabase(postgres);
                SchemaRegistry asked = HttpSchemaRegistry.open(settings);
                KafkaConnection connection = KafkaConnection.open(settings, asked)) {
            CommandHandlerService clients = CommandHandlerService.over(connection);
            EventSenders senders = EventSenders.over(clients, settings, asked);
            BankClients.over(connection)
                    .balanceChangedConsumer()
                    .group("relay-test")
                    .handler(received -> seen.add(received.value().getSequence()))
                    .start();
            registry.stop();
            write(database, 20);
            try (Relay relay = new Relay(
                    database::connect, senders::open, signal, Forgotten.STOP, RelaySteps.NONE, STANDBY, broken::add)) {
                relay.start();
                Patience.until("all is seen", () -> seen.size() == written.size());
            }
            assertThat(seen).isEqualTo(written);
        }
    }

    @Test
    void whatEndsItsThreadIsToldAndNotSwallowed() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Supplier<EventSender> senders = () -> {
            throw new IllegalStateException("its database failed before");
        };
        Error unlinked = new NoClassDefFoundError("of a jar that was taken away");
        Database fails = () -> {
            throw unlinked;
        };
        try (Relay relay =
                new Relay(fails, senders, signal, Forgotten.STOP, RelaySteps.NONE, STANDBY, told::complete)) {
            relay.start();
            assertThat(told.get(30, TimeUnit.SECONDS)).isSameAs(unlinked);
        }
    }

    private void diesAndGoesOn(LedgerDatabase database, Settings settings, Step step) throws Exception {
        DiesOnce dies = new DiesOnce(step, settings);
        try (Relay relay = relay(database, settings, Forgotten.STOP, dies)) {
            write(database, 20);
            relay.start();
            Patience.until("all is seen after it died " + step, () -> seen.size() >= written.size() && dies.died());
            write(database, 20);
            Patience.until("it goes on after it died " + step, () -> seen.size() >= written.size());
        }
    }

    private Relay relay(LedgerDatabase database, Settings settings, Forgotten forgotten, RelaySteps steps) {
        Supplier<EventSender> senders = () -> EventSender.open(settings, HttpSchemaRegistry.open(settings));
        return new Relay(database::connect, senders, signal, forgotten, steps, STANDBY, broken::add);
    }

    private void write(LedgerDatabase database, int rows) throws Exception {
        Outbox outbox = new Outbox(signal);
        for (int i = 0; i < rows; i++) {
            List<SpecificRecord> events = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                long sequence = written.size() + 1L;
                written.add(sequence);
                events.add(new BalanceChanged(
                        "NL66OPEN0000000000", sequence, 1, "cash", "test", sequence, UUID.randomUUID()));
            }
            try (Connection connection = database.pool().getConnection()) {
                outbox.append(connection, events);
                connection.commit();
            }
            outbox.written();
        }
    }

    private static void forget(KafkaCluster kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteConsumerGroups(List.of("command-handler.relay")).all().get();
        }
    }

    private enum Step {
        SEALED,
        BEFORE_SEALED,
        /** Not dead, but Kafka refuses the commit. */
        COMMIT,
        SENT
    }

    /** Fails once, as if the process ended there: nothing that the relay holds outlives it. */
    private record DiesOnce(Step step, Settings settings, AtomicBoolean dead) implements RelaySteps {
        DiesOnce(Step step, Settings settings) {
            this(step, settings, new AtomicBoolean());
        }

        boolean died() {
            return dead.get();
        }

        @Override
        public void beforeSealed() {
            at(Step.BEFORE_SEALED);
        }

        @Override
        public void sealed() {
            at(Step.SEALED);
            if (isNow(Step.COMMIT)) {
                TransactionalConnection.open(settings, "command-handler.relay").close();
            }
        }

        @Override
        public void sent() {
            at(Step.SENT);
        }

        private void at(Step here) {
            if (isNow(here)) {
                throw new IllegalStateException("dies " + here);
            }
        }

        private boolean isNow(Step here) {
            return here == step && dead.compareAndSet(false, true);
        }
    }
}
