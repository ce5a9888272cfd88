package org.openbankmark.topology.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerProcess;
import org.openbankmark.topology.bench.bank.BankServers;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Measurement;
import org.openbankmark.topology.bench.result.Origin;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * Transfers per second of one command handler, from Kafka to PostgreSQL and back, beside pgbench with the same statements on the same
 * server. They take turns, forth and back. The handler shares the machine with its broker and the registry; pgbench has it for itself.
 */
public final class LedgerComparison {
    private static final String PEERS = "peer";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int ACCOUNTS = 1_000;
    private static final int PGBENCH_SECONDS = 8;
    // About as long as pgbench: what PostgreSQL does from time to time, such as checkpoints, is to fall on both.
    private static final int COMMANDS = 120_000;
    private static final int EVENTS_OF_A_TRANSFER = 3;
    // The handler's DB_CONNECTIONS unless set; it takes one at a time for transfers, one for its relay.
    private static final int CONNECTIONS = 4;
    // So many that the server is busy all the time: the most that a transfer in each transaction comes to here.
    private static final int MANY_CONNECTIONS = 32;
    private static final Duration ROUND_LIMIT = Duration.ofMinutes(2);

    private final BankServers bank;
    private final HandlerMetrics handler;
    private final TransferCommands commands;
    private final Findings findings;
    private final List<Double> booked = new ArrayList<>();
    private final List<Double> told = new ArrayList<>();

    private LedgerComparison(BankServers bank, HandlerMetrics handler, TransferCommands commands, Findings findings) {
        this.bank = bank;
        this.handler = handler;
        this.commands = commands;
        this.findings = findings;
    }

    /** Arguments: the project's root, a work directory, then further options of the handler's JVM, such as those for a profile. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        List<String> options = Arrays.asList(arguments).subList(2, arguments.length);
        Findings findings = Findings.of("ledger");
        int port = Ports.free(1).get(0);
        try (BankServers bank = new BankServers(Path.of(arguments[0]), directory)) {
            bank.startHandler(port, List.of()).stop(STOP_LIMIT); // it makes the tables
            SeededAccounts accounts;
            try (Connection connection =
                    bank.postgres().dataSource(BankServers.DATABASE).getConnection()) {
                requireDurable(connection);
                accounts = SeededAccounts.make(connection, ACCOUNTS);
            }
            // Apart, or the handler's relay would send what pgbench writes.
            bank.copyDatabase(PEERS);
            PgBench peer = PgBench.of(accounts, directory, bank.postgres().port(), PostgresServer.USER, PEERS);
            ServerProcess process = bank.startHandler(port, options);
            try (TransferCommands commands = new TransferCommands(Settings.of(bank.clients()), accounts)) {
                new LedgerComparison(bank, new HandlerMetrics(port), commands, findings).run(peer);
            }
            process.stop(STOP_LIMIT);
        }
    }

    private void run(PgBench peer) throws Exception {
        round(COMMANDS); // compiles
        booked.clear();
        told.clear();
        peer.run(MANY_CONNECTIONS, PGBENCH_SECONDS); // reads its database into PostgreSQL's memory
        List<Double> one = new ArrayList<>();
        List<Double> several = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        List<Turn> turns = new ArrayList<>(List.of(
                () -> several.add(peer.run(CONNECTIONS, PGBENCH_SECONDS)),
                () -> one.add(peer.run(1, PGBENCH_SECONDS)),
                () -> many.add(peer.run(MANY_CONNECTIONS, PGBENCH_SECONDS)),
                () -> round(COMMANDS)));
        for (int round = 0; round < Origin.rounds(); round++) {
            for (Turn turn : turns) {
                checkpoint();
                turn.run();
            }
            Collections.reverse(turns);
        }
        Measurement ours = findings.add("one handler: transfers booked in PostgreSQL", "transfers/s", booked);
        findings.add("one handler: transfers told on Kafka", "transfers/s", told);
        Measurement theirs =
                findings.add("pgbench, a transfer in each transaction, 4 connections", "transfers/s", several);
        findings.add("the same, 1 connection", "transfers/s", one);
        Measurement most = findings.add("the same, " + MANY_CONNECTIONS + " connections", "transfers/s", many);
        findings.ratio(
                "transfers/s of one handler by those of pgbench with " + MANY_CONNECTIONS + " connections",
                ours.median() / most.median());
        findings.atLeast("with 4, as the handler has", ours.median() / theirs.median(), 2);
        findings.conclude();
    }

    private interface Turn {
        void run() throws IOException, InterruptedException;
    }

    /** So that nobody pays for what the one before left to be written. */
    private void checkpoint() throws SQLException {
        try (Connection connection = bank.postgres().dataSource(PEERS).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    private void round(int count) throws IOException, InterruptedException {
        long confirmedBefore = handler.confirmed();
        long sentBefore = handler.sent();
        long start = System.nanoTime();
        commands.send(count);
        long bookedNanos = 0;
        while (true) {
            if (bookedNanos == 0 && handler.confirmed() - confirmedBefore >= count) {
                bookedNanos = System.nanoTime() - start;
            }
            if (bookedNanos > 0 && handler.sent() - sentBefore >= (long) count * EVENTS_OF_A_TRANSFER) {
                break;
            }
            if (System.nanoTime() - start > ROUND_LIMIT.toNanos()) {
                throw new IOException("after " + ROUND_LIMIT + " the handler has booked "
                        + (handler.confirmed() - confirmedBefore) + " transfers of " + count);
            }
            Thread.sleep(20); // between two looks at the handler's counters
        }
        booked.add(count * 1e9 / bookedNanos);
        told.add(count * 1e9 / (System.nanoTime() - start));
    }

    private static void requireDurable(Connection connection) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + setting)) {
                row.next();
                if (!row.getString(1).equals("on")) {
                    throw new IllegalStateException("PostgreSQL's " + setting + " is " + row.getString(1));
                }
            }
        }
    }
}
