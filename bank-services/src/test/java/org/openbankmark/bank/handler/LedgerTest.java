package org.openbankmark.bank.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.account.Token;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.handler.ledger.Command;
import org.openbankmark.bank.handler.ledger.CreationLedger;
import org.openbankmark.bank.handler.ledger.CreationRequest;
import org.openbankmark.bank.handler.ledger.Handled;
import org.openbankmark.bank.handler.ledger.Source;
import org.openbankmark.bank.handler.ledger.Transactions;
import org.openbankmark.bank.handler.ledger.TransferLedger;
import org.openbankmark.bank.handler.outbox.Outbox;
import org.openbankmark.bank.handler.outbox.RelaySignal;
import org.openbankmark.bank.handler.rules.Transfer;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.postgres.PostgresServer;

@RealServers
class LedgerTest {
    private static final String A = Iban.of("0000000001");
    private static final String B = Iban.of("0000000002");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong offsets = new AtomicLong();
    private LedgerDatabase database;
    private Outbox outbox;
    private TransferLedger ledger;

    @BeforeEach
    void ledger(PostgresServer postgres) throws Exception {
        database = new LedgerDatabase(postgres);
        outbox = new Outbox(new RelaySignal());
        ledger = new TransferLedger(new Transactions(database.pool()), outbox);
        database.open(A, 100);
        database.open(B, 0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTransferMovesMoneyAndTellsItOnceForEachAccountThenConfirms() throws Exception {
        Transfer transfer = transfer(30, A, B);
        Handled handled = ledger.handle(List.of(next(transfer)));
        assertThat(handled).isEqualTo(new Handled(1, 0, 0, 0, 3));
        assertThat(database.balances()).containsEntry(A, 70L).containsEntry(B, 30L);
        String id = transfer.id().toString();
        assertThat(events())
                .containsExactly(
                        List.of("balance_changed", A, "70", "-30", B, "test", "1", id),
                        List.of("balance_changed", B, "30", "30", A, "test", "1", id),
                        List.of("money_transfer_confirmed", id));
        assertThat(sum()).isZero();
    }

    @Test
    void theSameCommandAgainGivesTheSameOutcomeAndNoSecondEffect() throws Exception {
        Transfer good = transfer(30, A, "shop");
        Transfer bad = transfer(1_000_000, A, B);
        ledger.handle(List.of(next(good), next(bad), next(good)));
        assertThat(ledger.handle(List.of(next(bad), next(good)))).isEqualTo(new Handled(0, 0, 2, 0, 2));
        assertThat(database.balance(A)).isEqualTo(70);
        assertThat(events().stream().map(event -> event.get(0)).toList())
                .containsExactly(
                        "balance_changed",
                        "money_transfer_confirmed",
                        "money_transfer_failed",
                        "money_transfer_confirmed",
                        "money_transfer_failed",
                        "money_transfer_confirmed");
        assertThat(events().get(4)).endsWith("insufficient funds");
    }

    @Test
    void theSameIdWithAnotherContentIsRefused() throws Exception {
        Transfer first = transfer(30, A, B);
        Transfer other = new Transfer(first.id(), first.token(), 31, A, B, "test");
        ledger.handle(List.of(next(first), next(other)));
        ledger.handle(List.of(next(other), next(first)));
        assertThat(events().stream()
                        .skip(2)
                        .map(event -> event.get(event.size() - 1))
                        .toList())
                .containsExactly(
                        first.id().toString(),
                        "id was already used for another transfer",
                        "id was already used for another transfer",
                        first.id().toString());
        assertThat(database.balance(B)).isEqualTo(30);
    }

    @Test
    void aRecordDeliveredAgainIsNotAnsweredAgain() throws Exception {
        Command<Transfer> command = next(transfer(30, A, B));
        Command<Transfer> sentAgain = next(command.request());
        ledger.handle(List.of(command, sentAgain));
        int events = events().size();
        assertThat(ledger.handle(List.of(command, sentAgain))).isEqualTo(new Handled(0, 0, 0, 2, 0));
        assertThat(events()).hasSize(events);
    }

    @Test
    void aCommandWhoseTimeGoesBackLeavesTheOneBeforeItAnswered() throws Exception {
        Transfer transfer = transfer(30, A, B);
        List<Command<Transfer>> twice =
                List.of(new Command<>(transfer, new Source(0, 1, 100)), new Command<>(transfer, new Source(0, 2, 90)));
        ledger.handle(twice);
        assertThat(ledger.handle(twice)).isEqualTo(new Handled(0, 0, 0, 2, 0));
        Command<Transfer> ofATopicMadeAnew = new Command<>(transfer, new Source(0, 1, 200));
        assertThat(ledger.handle(List.of(ofATopicMadeAnew)).repeated()).isEqualTo(1);
        assertThat(ledger.handle(List.of(ofATopicMadeAnew)).redelivered()).isEqualTo(1);
    }

    @Test
    void ofTwoHandlersWithTheSameCommandOneAnswers() throws Exception {
        CreationLedger creations = new CreationLedger(
                new Transactions(database.pool()), outbox, () -> Iban.of("0000000009"), () -> "a token");
        Transfer transfer = transfer(30, A, B);
        CreationRequest creation = new CreationRequest(transfer.id(), Atype.AUTO);
        ledger.handle(List.of(next(transfer)));
        creations.handle(List.of(next(creation)));
        Command<Transfer> transferAgain = next(transfer);
        Command<CreationRequest> creationAgain = next(creation);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // As another handler does that was given them, too.
            long offset = offsets.get();
            assertThat(statement.executeUpdate("UPDATE transfer SET source_offset = " + offset))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("UPDATE account_creation SET source_offset = " + offset))
                    .isEqualTo(1);
            ExecutorService executor = Executors.newFixedThreadPool(2);
            Future<Handled> transferred = executor.submit(() -> ledger.handle(List.of(transferAgain)));
            Future<Handled> created = executor.submit(() -> creations.handle(List.of(creationAgain)));
            Patience.until(
                    "both wait for the other handler",
                    () -> database.number(
                                    "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")
                            == 2);
            other.commit();
            assertThat(transferred.get()).isEqualTo(new Handled(0, 0, 0, 1, 0));
            assertThat(created.get()).isEqualTo(new Handled(0, 0, 0, 1, 0));
            executor.shutdown();
        }
    }

    @Test
    void textsThatPostgresCannotHoldDoNoHarm() throws Exception {
        Transfer odd = new Transfer(UUID.randomUUID(), A, 1, A, "nul \0 here", "\0 \uD800 '; DROP TABLE account; --");
        assertThat(ledger.handle(List.of(next(odd))).confirmed()).isEqualTo(1);
        assertThat(events().get(0)).contains("nul \0 here");
    }

    @Test
    void anAccountIsOpenedOnceForAnIdAndATakenNumberFailsForGood() throws Exception {
        Iterator<String> ibans = List.of(Iban.of("0000000009"), A, Iban.of("0000000008"), Iban.of("0000000008"))
                .iterator();
        CreationLedger creations = new CreationLedger(
                new Transactions(database.pool()), outbox, ibans::next, () -> Token.random(new Random(1)));
        CreationRequest good = new CreationRequest(UUID.randomUUID(), Atype.AUTO);
        CreationRequest taken = new CreationRequest(UUID.randomUUID(), Atype.MANUAL);
        CreationRequest first = new CreationRequest(UUID.randomUUID(), Atype.MANUAL);
        CreationRequest twin = new CreationRequest(UUID.randomUUID(), Atype.MANUAL);
        creations.handle(List.of(next(good), next(taken), next(good), next(first), next(twin)));
        assertThat(creations.handle(List.of(next(taken), next(good)))).isEqualTo(new Handled(0, 0, 2, 0, 2));

        List<List<String>> events = events();
        List<String> confirmed = List.of(
                "account_creation_confirmed",
                good.id().toString(),
                Iban.of("0000000009"),
                Token.random(new Random(1)),
                "AUTO");
        List<String> failed =
                List.of("account_creation_failed", taken.id().toString(), "generated iban already exists, try again");
        assertThat(events.subList(0, 3)).containsExactly(confirmed, failed, confirmed);
        assertThat(events.get(3)).contains("account_creation_confirmed", "MANUAL");
        assertThat(events.get(4)).contains("account_creation_failed", twin.id().toString());
        assertThat(events.subList(5, 7)).containsExactly(failed, confirmed);
        assertThat(database.balance(Iban.of("0000000009"))).isZero();
        assertThat(database.number("SELECT lowest FROM account WHERE iban = '" + Iban.of("0000000009") + "'"))
                .isEqualTo(-50_000);
    }

    @Test
    void ofRacingWithdrawalsExactlyAsManySucceedAsTheLimitAllows() throws Exception {
        int rounds = Integer.getInteger("bank.limit.rounds", 10);
        for (int round = 0; round < rounds; round++) {
            String iban = Iban.of(String.format("01%08d", round));
            database.open(iban, 1_000);
            List<Callable<Handled>> withdrawals = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Command<Transfer> command = next(transfer(1_000, iban, "cash"));
                withdrawals.add(() -> ledger.handle(List.of(command)));
            }
            int confirmed =
                    all(withdrawals, 8).stream().mapToInt(Handled::confirmed).sum();
            assertThat(confirmed).isEqualTo(51);
            assertThat(database.balance(iban)).isEqualTo(-50_000);
        }
        assertThat(sum()).isZero();
    }

    @Test
    void allBalancesAlwaysAddUpAndEventsReplayToThem() throws Exception {
        int transfers = Integer.getInteger("bank.conservation.transfers", 8_000);
        List<String> parties = new ArrayList<>(List.of("cash", "shop", Iban.of("0999999999"), A, B));
        for (int i = 0; i < 20; i++) {
            String iban = Iban.of(String.format("02%08d", i));
            database.open(iban, 0);
            parties.add(iban);
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService watcher = Executors.newSingleThreadExecutor();
        Future<Integer> snapshots = watcher.submit(() -> {
            int seen = 0;
            while (!done.get()) {
                assertThat(sum()).isZero();
                seen++;
            }
            return seen;
        });
        List<Callable<Handled>> work = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            Random random = new Random(client);
            List<Command<Transfer>> sent = new ArrayList<>();
            for (int i = 0; i < transfers / 4; i++) {
                Transfer transfer = transfer(
                        1 + random.nextInt(20_000),
                        parties.get(random.nextInt(parties.size())),
                        parties.get(random.nextInt(parties.size())));
                for (int again = random.nextInt(10) == 0 ? random.nextInt(5) + 1 : 0; again >= 0; again--) {
                    sent.add(next(transfer));
                }
            }
            Collections.shuffle(sent, random);
            for (int from = 0; from < sent.size(); from += 50) {
                List<Command<Transfer>> batch = List.copyOf(sent.subList(from, Math.min(sent.size(), from + 50)));
                work.add(() -> ledger.handle(batch));
            }
        }
        Collections.shuffle(work, new Random(9));
        List<Handled> handled = all(work, 4);
        done.set(true);
        assertThat(snapshots.get()).isPositive();
        watcher.shutdown();

        assertThat(handled.stream().mapToInt(h -> h.confirmed() + h.failed()).sum())
                .isEqualTo(transfers / 4 * 4);
        Map<String, Long> replayed = new HashMap<>(database.balances());
        replayed.replaceAll((iban, balance) -> iban.equals(A) ? 100L : iban.equals(Iban.COMPANY) ? balance : 0L);
        Map<String, Long> sequences = new HashMap<>();
        for (List<String> event : events()) {
            if (event.get(0).equals("balance_changed")) {
                String iban = event.get(1);
                long balance = replayed.merge(iban, Long.parseLong(event.get(3)), Long::sum);
                assertThat(event.get(2)).isEqualTo(Long.toString(balance));
                assertThat(event.get(6)).isEqualTo(Long.toString(sequences.merge(iban, 1L, Long::sum)));
            }
        }
        assertThat(replayed).isEqualTo(database.balances());
        assertThat(database.number("SELECT count(*) FROM account WHERE balance < lowest"))
                .isZero();
    }

    private static <R> List<R> all(List<Callable<R>> tasks, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdown();
        }
    }

    private long sum() throws Exception {
        return database.number("SELECT sum(balance) FROM account");
    }

    private List<List<String>> events() throws Exception {
        List<List<String>> events = new ArrayList<>();
        for (String content : database.outbox()) {
            for (JsonNode event : JSON.readTree(content)) {
                String[] fields = new String[event.size()];
                Arrays.setAll(fields, i -> event.get(i).asText());
                events.add(List.of(fields));
            }
        }
        return events;
    }

    private <C> Command<C> next(C request) {
        return new Command<>(request, new Source(0, offsets.incrementAndGet(), 1));
    }

    private static Transfer transfer(long amount, String from, String to) {
        return new Transfer(UUID.randomUUID(), from, amount, from, to, "test");
    }
}
