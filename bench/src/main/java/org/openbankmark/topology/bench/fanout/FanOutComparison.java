package org.openbankmark.topology.bench.fanout;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import org.openbankmark.bank.local.process.JavaServer;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerProcess;
import org.openbankmark.topology.bench.bank.BankServers;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Measurement;
import org.openbankmark.topology.bench.result.Origin;

/**
 * How many results a second reach the subscribers of one account, all together. Transactions are written into the endpoint's
 * table, in bursts, as the endpoint itself writes them: how fast the handler is does not matter here. The bare server is told to send
 * the same text as often. They take turns, and each has the machine for itself then.
 */
public final class FanOutComparison {
    private static final int BURSTS = 5;
    private static final int BURST = 200;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration READY_LIMIT = Duration.ofMinutes(1);
    /** When nothing comes for so long, nothing of a burst is under way any more. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final String COMPANY = "NL66OPEN0000000000";
    private static final String DOCUMENT = "subscription { stream_transactions(iban: \\\"" + COMPANY
            + "\\\") { id new_balance changed_by from_to descr direction } }";
    private static final String RESULT = "{\"id\":\"1\",\"payload\":{\"data\":{\"stream_transactions\":{\"id\":123456,"
            + "\"new_balance\":\"€1.234,56\",\"changed_by\":\"€12,34\",\"from_to\":\"cash\",\"descr\":\"fan-out\","
            + "\"direction\":\"CREDIT\"}}},\"type\":\"next\"}";

    private final int subscribers;

    private FanOutComparison(int subscribers) {
        this.subscribers = subscribers;
    }

    /** Arguments: the project's root, a work directory, how many subscribers, then options of the endpoint's JVM. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        List<String> options = Arrays.asList(arguments).subList(3, arguments.length);
        List<Integer> ports = Ports.free(2);
        int endpointPort = ports.get(0);
        int barePort = ports.get(1);
        Findings findings = Findings.of("fanout");
        try (BankServers bank = new BankServers(Path.of(arguments[0]), directory)) {
            ServerProcess bare = startBare(barePort, directory);
            ServerProcess endpoint = bank.startEndpoint(endpointPort, options);
            new FanOutComparison(Integer.parseInt(arguments[2])).run(bank, endpointPort, barePort, findings);
            endpoint.stop(Duration.ofSeconds(15));
            bare.kill();
        }
    }

    private void run(BankServers bank, int endpointPort, int barePort, Findings findings) throws Exception {
        List<CountingSocket> ours = new ArrayList<>();
        List<CountingSocket> bareOnes = new ArrayList<>();
        LongAdder fromEndpoint = new LongAdder();
        LongAdder fromBare = new LongAdder();
        for (int i = 0; i < subscribers; i++) {
            ours.add(CountingSocket.subscribe(
                    URI.create("ws://127.0.0.1:" + endpointPort + "/graphql"), DOCUMENT, fromEndpoint));
            bareOnes.add(CountingSocket.listen(bareAddress(barePort), fromBare));
        }
        Burst byEndpoint = () -> write(bank);
        Burst byBare = () -> bareOnes.get(0).send(BURST + " " + RESULT);
        awaitSubscriptions(byEndpoint, fromEndpoint);
        List<Double> endpoint = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < 2; i++) { // compiles
            round(byEndpoint, fromEndpoint, ours);
            round(byBare, fromBare, bareOnes);
        }
        for (int i = 0; i < Origin.rounds(); i++) {
            endpoint.add(round(byEndpoint, fromEndpoint, ours));
            bare.add(round(byBare, fromBare, bareOnes));
        }
        ours.forEach(CountingSocket::abort);
        bareOnes.forEach(CountingSocket::abort);
        String what = ", " + subscribers + " subscribers of one account";
        Measurement endpoints = findings.add("GraphQL endpoint" + what, "results/s", endpoint);
        Measurement bares = findings.add("bare WebSocket server, the same text" + what, "results/s", bare);
        findings.ratio("fan-out of the endpoint by that of a bare server", endpoints.median() / bares.median());
        findings.conclude();
    }

    private interface Burst {
        void send() throws Exception;
    }

    /** A subscription is not confirmed by the protocol: all are there when a burst has reached all. */
    private void awaitSubscriptions(Burst burst, LongAdder received) throws Exception {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (true) {
            received.reset();
            burst.send();
            long quiet = System.nanoTime();
            long last = 0;
            while (System.nanoTime() - quiet < QUIET.toNanos()) {
                if (received.sum() != last) {
                    last = received.sum();
                    quiet = System.nanoTime();
                }
                Thread.sleep(5); // between two looks
            }
            if (last == (long) BURST * subscribers) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IOException(last + " results came, not " + BURST * subscribers);
            }
        }
    }

    private static double round(Burst burst, LongAdder received, List<CountingSocket> sockets) throws Exception {
        received.reset();
        long start = System.nanoTime();
        for (long sent = 1; sent <= BURSTS; sent++) {
            long limit = System.nanoTime() + LIMIT.toNanos();
            burst.send();
            long expected = sent * BURST * sockets.size();
            while (received.sum() < expected) {
                if (System.nanoTime() > limit) {
                    throw new IOException("of " + expected + " results " + received.sum()
                            + " came, to each socket since its begin " + sockets);
                }
                Thread.sleep(0, 500_000); // between two looks at the counter
            }
        }
        return received.sum() * 1e9 / (System.nanoTime() - start);
    }

    private static void write(BankServers bank) throws SQLException {
        try (Connection connection =
                        bank.postgres().dataSource(BankServers.DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET search_path TO endpoint");
            statement.execute("SELECT id FROM last_transaction FOR UPDATE");
            statement.execute(
                    "INSERT INTO transaction_entry (id, iban, sequence, new_balance, changed_by, from_to, descr)"
                            + " SELECT l.id + n, '" + COMPANY
                            + "', -1000000000 - l.id - n, 123456, 1234, 'cash', 'fan-out'"
                            + " FROM last_transaction l, generate_series(1, " + BURST + ") n");
            statement.execute("UPDATE last_transaction SET id = id + " + BURST);
            statement.execute("NOTIFY endpoint_transactions");
            connection.commit();
        }
    }

    private static URI bareAddress(int port) {
        return URI.create("ws://127.0.0.1:" + port + "/bare");
    }

    private static ServerProcess startBare(int port, Path directory) {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(":", -1))
                .map(Path::of)
                .toList();
        ServerProcess process = ServerProcess.start(new JavaServer(
                        "bare server",
                        classPath,
                        BareServer.class.getName(),
                        List.of(Integer.toString(port)),
                        384,
                        List.of("-XX:TieredStopAtLevel=4"),
                        directory.resolve("bare.log"))
                .launch());
        process.awaitReady(
                () -> {
                    try {
                        CountingSocket.listen(bareAddress(port), new LongAdder())
                                .abort();
                        return true;
                    } catch (CompletionException notYet) {
                        return false;
                    }
                },
                READY_LIMIT);
        return process;
    }
}
