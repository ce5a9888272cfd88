package org.openbankmark.bank.graphql.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.BareServerProcess;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Meters;
import org.openbankmark.bank.graphql.client.Patience;

/**
 * How fast transactions reach many subscribers, beside a bare WebSocket server that sends the same text to as many. Run by its name:
 * {@code mvn verify -pl bank-graphql -am -Dtest=FanOutMeasurement -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(BankExtension.class)
class FanOutMeasurement {
    private static final int SUBSCRIBERS = Integer.getInteger("bank.subscribers", 500);
    private static final int MESSAGES = 200;
    private static final int ROUNDS = 5;
    private static final String DOCUMENT = "subscription { stream_transactions(iban: \\\"" + Iban.COMPANY
            + "\\\") { id new_balance changed_by from_to descr direction } }";
    private static final String RESULT = "{\"id\":\"1\",\"payload\":{\"data\":{\"stream_transactions\":{\"id\":123456,"
            + "\"new_balance\":\"€1.234,56\",\"changed_by\":\"€12,34\",\"from_to\":\"cash\",\"descr\":\"fan-out\","
            + "\"direction\":\"CREDIT\"}}},\"type\":\"next\"}";

    @Test
    void theEndpointBesideABareServer(RunningBank bank) throws Exception {
        double endpoint = best(
                latch -> CountingSocket.subscribe(bank.endpoint().webSocket(), DOCUMENT, latch),
                () -> Meters.of(bank.endpoint(), "bank_subscribers ") == SUBSCRIBERS,
                any -> write(bank));
        double bare;
        try (BareServerProcess server = BareServerProcess.start()) {
            awaitServer(server.uri());
            bare = best(latch -> CountingSocket.listen(server.uri(), latch), () -> true, any -> any.sendText(
                            MESSAGES + " " + RESULT, true)
                    .join());
        }
        System.out.printf(
                "messages a second to %d subscribers: endpoint %.0f, bare server %.0f%n", SUBSCRIBERS, endpoint, bare);
        System.out.printf("ratio %.2f%n", endpoint / bare);
        assertThat(endpoint).isPositive();
    }

    private interface Connecting {
        WebSocket socket(CountDownLatch latch) throws Exception;
    }

    private interface Start {
        void by(WebSocket any) throws Exception;
    }

    /** Messages a second, in the best of some rounds: the first ones warm both sides up. */
    private static double best(Connecting connecting, Callable<Boolean> ready, Start start) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch latch = new CountDownLatch(SUBSCRIBERS * MESSAGES);
            List<WebSocket> sockets = new ArrayList<>();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                sockets.add(connecting.socket(latch));
            }
            Patience.until("all are there", ready);
            long begin = System.nanoTime();
            start.by(sockets.get(0));
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            best = Math.max(best, SUBSCRIBERS * (double) MESSAGES * 1e9 / (System.nanoTime() - begin));
            sockets.forEach(WebSocket::abort);
        }
        return best;
    }

    /** As the endpoint writes them, all at once: how fast the command handler is does not matter here. */
    private static void write(RunningBank bank) throws Exception {
        try (Connection connection =
                        bank.servers().postgres().dataSource("endpoint").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET search_path TO endpoint");
            statement.execute("SELECT id FROM last_transaction FOR UPDATE");
            statement.execute(
                    "INSERT INTO transaction_entry (id, iban, sequence, new_balance, changed_by, from_to, descr)"
                            + " SELECT l.id + n, '" + Iban.COMPANY
                            + "', -1000000000 - l.id - n, 123456, 1234, 'cash', 'fan-out'"
                            + " FROM last_transaction l, generate_series(1, " + MESSAGES + ") n");
            statement.execute("UPDATE last_transaction SET id = id + " + MESSAGES);
            statement.execute("NOTIFY endpoint_transactions");
            connection.commit();
        }
    }

    private static void awaitServer(URI uri) throws Exception {
        Patience.until("the bare server listens", () -> {
            try {
                CountingSocket.listen(uri, new CountDownLatch(1)).abort();
                return true;
            } catch (CompletionException notYet) {
                return false;
            }
        });
    }
}
