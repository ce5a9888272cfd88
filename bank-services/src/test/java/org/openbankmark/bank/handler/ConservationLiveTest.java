package org.openbankmark.bank.handler;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.account.Token;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * Four clients send transfers at once, a tenth of them again and some of their ids with another content, to two handlers
 * that are stopped and killed meanwhile. {@code -Dbank.conservation.transfers=200000} for the long run.
 */
@RealServers
class ConservationLiveTest {
    private static final int TRANSFERS = Integer.getInteger("bank.conservation.transfers", 4_000);
    private static final int CLIENTS = 4;
    private static final int ACCOUNTS = 20;
    private static final String REUSED = "id was already used for another transfer";

    @TempDir
    private Path logs;

    @Test
    void everySnapshotAddsUpAndEachCommandHasOneOutcome(
            @Own KafkaCluster kafka, SchemaRegistryServer registry, PostgresServer postgres) throws Exception {
        BankTopicsOnServers.make(kafka.bootstrapServers(), registry.url());
        Settings settings = Settings.of(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url()));
        HandlerLog log = new HandlerLog(logs.resolve("handler.log"));
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LedgerDatabase database = new LedgerDatabase(postgres);
                Events events = new Events(settings)) {
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("KAFKA_BROKERS", kafka.bootstrapServers());
            environment.put("SCHEMA_REGISTRY_URL", registry.url());
            HandlerProcess[] handlers = {
                HandlerProcess.start(environment, log.file()), HandlerProcess.start(environment, log.file())
            };
            try {
                openAccounts(events.clients(), events, log);
                AtomicBoolean done = new AtomicBoolean();
                Future<Snapshots> snapshots = threads.submit(() -> watch(database, done));
                List<List<ConfirmMoneyTransfer>> commands = new ArrayList<>();
                List<Future<Void>> sending = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    List<ConfirmMoneyTransfer> own = commands(new Random(client), List.copyOf(events.accounts));
                    commands.add(own);
                    sending.add(threads.submit(() -> send(settings, own)));
                }
                int all = commands.stream().mapToInt(List::size).sum();
                log.untilAtLeast(all / 3, "answers before a handler is stopped", events::replies);
                assertThat(handlers[0].stop(10)).isZero();
                handlers[0] = HandlerProcess.start(environment, log.file());
                log.untilAtLeast(2L * all / 3, "answers before a handler is killed", events::replies);
                handlers[1].kill();
                handlers[1] = HandlerProcess.start(environment, log.file());
                for (Future<Void> each : sending) {
                    each.get();
                }
                log.untilAtLeast(all, "answers", events::replies);
                done.set(true);
                log.untilAtLeast(
                        1, "readiness of both handlers", () -> handlers[0].isReady() && handlers[1].isReady() ? 1 : 0);
                System.out.println(TRANSFERS + " transfers as " + all + " commands; " + snapshots.get());

                long changes = database.number("SELECT sum(sequence) FROM account WHERE token IS NOT NULL");
                log.untilAtLeast(changes, "changes of balances", events.balances::size);
                assertThat(events.balances).hasSize((int) changes);
                assertThat(events.replayed()).isEqualTo(database.balances());
                eachHasOneOutcome(commands, events);
                assertThat(handlers[0].stop(10)).isZero();
                assertThat(handlers[1].stop(10)).isZero();
            } finally {
                handlers[0].close();
                handlers[1].close();
                threads.shutdownNow();
            }
        }
    }

    private static void openAccounts(BankClients bank, Events events, HandlerLog log) throws Exception {
        var creations = bank.confirmAccountCreationProducer();
        for (int i = 0; i < ACCOUNTS; i++) {
            creations
                    .send(new ConfirmAccountCreation(UUID.randomUUID(), Atype.AUTO))
                    .get();
        }
        log.untilAtLeast(ACCOUNTS, "accounts", events.accounts::size);
    }

    /** In the order of their sending: those that came before a command with a used id decide what the id means. */
    private static List<ConfirmMoneyTransfer> commands(Random random, List<AccountCreationConfirmed> accounts) {
        List<ConfirmMoneyTransfer> commands = new ArrayList<>();
        for (int i = 0; i < TRANSFERS / CLIENTS; i++) {
            UUID id = UUID.randomUUID();
            ConfirmMoneyTransfer command = command(id, random, accounts);
            commands.add(command);
            for (int again = random.nextInt(10) == 0 ? 1 + random.nextInt(5) : 0; again > 0; again--) {
                commands.add(command);
            }
            if (i % 100 == 99) {
                commands.add(new ConfirmMoneyTransfer(
                        id,
                        command.getToken(),
                        command.getAmount() + 1,
                        command.getFrom(),
                        command.getTo(),
                        command.getDescription()));
            }
        }
        Collections.shuffle(commands, random);
        return commands;
    }

    private static ConfirmMoneyTransfer command(UUID id, Random random, List<AccountCreationConfirmed> accounts) {
        AccountCreationConfirmed from = accounts.get(random.nextInt(ACCOUNTS));
        String to = accounts.get(random.nextInt(ACCOUNTS)).getIban();
        long amount = random.nextInt(30_000);
        return switch (random.nextInt(4)) {
            case 0 -> new ConfirmMoneyTransfer(id, Token.COMPANY, amount, Iban.COMPANY, to, "salary");
            case 1 -> new ConfirmMoneyTransfer(id, "cash", amount, "cash", to, "deposit");
            case 2 -> new ConfirmMoneyTransfer(id, from.getToken(), amount, from.getIban(), "shop", "pin");
            default -> new ConfirmMoneyTransfer(id, from.getToken(), amount, from.getIban(), to, "transfer");
        };
    }

    private static Void send(Settings settings, List<ConfirmMoneyTransfer> commands) throws Exception {
        try (BankClients client = BankClients.connect(settings)) {
            var transfers = client.confirmMoneyTransferProducer();
            List<CompletableFuture<?>> acknowledged = new ArrayList<>();
            for (ConfirmMoneyTransfer command : commands) {
                acknowledged.add(transfers.send(command));
            }
            for (CompletableFuture<?> each : acknowledged) {
                each.get();
            }
        }
        return null;
    }

    private record Snapshots(int taken, Duration time) {
        @Override
        public String toString() {
            return taken + " snapshots in " + time.toMillis() + " ms added up";
        }
    }

    private static Snapshots watch(LedgerDatabase database, AtomicBoolean done) throws Exception {
        long start = System.nanoTime();
        int taken = 0;
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT sum(balance), count(*) FILTER (WHERE balance < lowest) FROM account")) {
            while (!done.get()) {
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    assertThat(row.getLong(1)).isZero();
                    assertThat(row.getLong(2)).isZero();
                }
                taken++;
                Thread.sleep(50);
            }
        }
        return new Snapshots(taken, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void eachHasOneOutcome(List<List<ConfirmMoneyTransfer>> commands, Events events) {
        Map<UUID, List<String>> answers = new HashMap<>();
        List.copyOf(events.confirmed).forEach(id -> answers.computeIfAbsent(id, any -> new ArrayList<>())
                .add("confirmed"));
        for (MoneyTransferFailed failed : List.copyOf(events.failed)) {
            answers.computeIfAbsent(failed.getId(), any -> new ArrayList<>()).add(failed.getReason());
        }
        Map<UUID, List<ConfirmMoneyTransfer>> sent =
                commands.stream().flatMap(List::stream).collect(groupingBy(ConfirmMoneyTransfer::getId));
        assertThat(answers.keySet()).isEqualTo(sent.keySet());
        sent.forEach((id, copies) -> {
            ConfirmMoneyTransfer first = copies.get(0);
            List<String> outcomes = new ArrayList<>(answers.get(id));
            assertThat(outcomes).as("answers to %s", id).hasSameSizeAs(copies);
            for (ConfirmMoneyTransfer copy : copies) {
                if (!copy.equals(first)) {
                    assertThat(outcomes.remove(REUSED)).isTrue();
                }
            }
            Set<String> distinct = new HashSet<>(outcomes);
            assertThat(distinct).hasSize(1).doesNotContain(REUSED);
        });
        Set<String> reasons = answers.values().stream().flatMap(List::stream).collect(toSet());
        assertThat(reasons).contains("confirmed", "insufficient funds", REUSED);
    }
}
