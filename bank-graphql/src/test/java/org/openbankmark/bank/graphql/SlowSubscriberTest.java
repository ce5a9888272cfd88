package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Patience;
import org.openbankmark.bank.graphql.client.Payments;
import org.openbankmark.bank.graphql.client.StuckSocket;

/** A subscriber that stops reading is closed, and holds up nobody. */
@ExtendWith(BankExtension.class)
class SlowSubscriberTest {
    /** Kilobytes of one answer, by aliases, so that the sockets' own buffers are soon full. */
    private static final String LARGE = "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\") { "
            + IntStream.range(0, 100)
                    .mapToObj(i -> "a%d: descr b%d: from_to".formatted(i, i))
                    .collect(Collectors.joining(" "))
            + " } }";

    private static final int TRANSFERS = 1_500;

    @Test
    void itIsClosedWhileOthersAreServed(RunningBank bank) throws Exception {
        try (Endpoint endpoint = bank.another(Map.of("BANK_GRAPHQL_SUBSCRIBER_BUFFER", "64"));
                StuckSocket stuck = StuckSocket.subscribe(endpoint.port(), LARGE);
                GraphQlSocket quick = GraphQlSocket.connect(endpoint.webSocket());
                GraphQlSocket paying = GraphQlSocket.connect(endpoint.webSocket())) {
            Answers stream = quick.subscribe(
                    "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\") { id changed_by_cents } }");
            Patience.until("both subscribe", () -> meter(endpoint, "bank_subscribers ") == 2);
            long before = memoryKilobytes(endpoint.pid());
            Payments.toCompany(paying, TRANSFERS, "x".repeat(200));
            for (int i = 0; i < TRANSFERS; i++) {
                assertThat(stream.data().at("/stream_transactions/id").asInt()).isPositive();
            }
            Patience.until("the stuck one is closed", () -> meter(endpoint, "bank_subscribers_too_slow_total ") == 1);
            assertThat(meter(endpoint, "bank_subscribers ")).isEqualTo(1);
            assertThat(memoryKilobytes(endpoint.pid()) - before)
                    .as("kilobytes more")
                    .isLessThan(100_000);
        }
    }

    private static double meter(Endpoint endpoint, String name) throws Exception {
        String all = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint.at("/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return all.lines()
                .filter(line -> line.replaceAll("\\{.*} ", " ").startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long memoryKilobytes(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
    }
}
