package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Meters;
import org.openbankmark.bank.graphql.client.Patience;
import org.openbankmark.bank.graphql.client.Payments;
import org.openbankmark.bank.graphql.client.StuckSocket;

/** A subscriber that stops reading is closed, and holds up nobody. */
@ExtendWith(BankExtension.class)
class SlowSubscriberTest {
    /** As large an answer as may be, by aliases and long characters, so that the sockets' own buffers are soon full. */
    private static final String LARGE = "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\") { "
            + IntStream.range(0, 22).mapToObj(i -> "a%d: descr".formatted(i)).collect(Collectors.joining(" "))
            + " } }";

    private static final int TRANSFERS = 800;
    /** Fewer than the 64 that this endpoint keeps for a subscriber. */
    private static final int TRANSFERS_AT_ONCE = 50;

    private static final String SUBSCRIBERS = "bank_subscribers ";
    private static final String SLOW = "bank_subscribers_too_slow_total ";

    @Test
    void itIsClosedWhileOthersAreServed(RunningBank bank) throws Exception {
        Endpoint endpoint = bank.second();
        double slowBefore = Meters.of(endpoint, SLOW);
        double others = Meters.of(endpoint, SUBSCRIBERS);
        try (StuckSocket stuck = StuckSocket.ask(endpoint.port(), List.of(LARGE));
                GraphQlSocket quick = GraphQlSocket.connect(endpoint.webSocket());
                GraphQlSocket paying = GraphQlSocket.connect(endpoint.webSocket())) {
            Answers stream = quick.subscribe(
                    "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\") { id changed_by_cents } }");
            Patience.until("both subscribe", () -> Meters.of(endpoint, SUBSCRIBERS) == others + 2);
            long before = memoryKilobytes(endpoint.pid());
            // In parts that have room in a subscriber's buffer: on a busy machine one that reads may be late, too.
            for (int paid = 0; paid < TRANSFERS; paid += TRANSFERS_AT_ONCE) {
                Payments.toCompany(paying, TRANSFERS_AT_ONCE, "漢".repeat(250));
                for (int i = 0; i < TRANSFERS_AT_ONCE; i++) {
                    assertThat(stream.data().at("/stream_transactions/id").asInt())
                            .isPositive();
                }
            }
            Patience.until("the stuck one is closed", () -> Meters.of(endpoint, SLOW) == slowBefore + 1);
            Patience.until("its place is free", () -> Meters.of(endpoint, SUBSCRIBERS) == others + 1);
            assertThat(memoryKilobytes(endpoint.pid()) - before)
                    .as("kilobytes more")
                    .isLessThan(100_000);
        }
    }

    @Test
    void answersThatNobodyTakesAreNotMadeWithoutEnd(RunningBank bank) throws Exception {
        Endpoint endpoint = bank.second();
        String large = "{ transactions_by_iban(iban: \"" + Iban.COMPANY + "\", max_items: 250) { "
                + IntStream.range(0, 45)
                        .mapToObj(i -> "a%d: descr".formatted(i))
                        .collect(Collectors.joining(" "))
                + " } }";
        String newest = "{ transactions_by_iban(iban: \"" + Iban.COMPANY + "\", max_items: 20) { descr } }";
        try (GraphQlSocket other = GraphQlSocket.connect(endpoint.webSocket())) {
            Payments.toCompany(other, 250, "漢".repeat(250));
            GraphQlHttp http = new GraphQlHttp(endpoint.http());
            // On a busy machine it may be cut before all has happened beside it.
            Patience.until("the address has as much under way as it may", () -> {
                String last = "the last of " + UUID.randomUUID();
                List<String> asked = new ArrayList<>(Collections.nCopies(20, large));
                asked.add(("subscription { money_transfer(uuid: \"%s\", token: \"cash\", amount: 1, from: \"cash\","
                                + " to: \"%s\", descr: \"%s\") { success } }")
                        .formatted(UUID.randomUUID(), Iban.COMPANY, last));
                try (StuckSocket stuck = StuckSocket.ask(endpoint.port(), asked)) {
                    Patience.until(
                            "all is asked", () -> http.ask(newest).toString().contains(last));
                    return other.subscribe(large)
                            .message()
                            .at("/payload/errors/0/extensions/code")
                            .asText()
                            .equals("TOO_MANY");
                }
            });
            Patience.until("what the stuck one did not take is given back", () -> other.subscribe(large)
                    .message()
                    .at("/payload/data/transactions_by_iban")
                    .isArray());
            assertThat(endpoint.healthStatus()).as("its memory is 256 MB").isEqualTo(200);
        }
    }

    @Test
    void answersThatCostNothingAreNotMadeWithoutEndEither(RunningBank bank) throws Exception {
        Endpoint endpoint = bank.second();
        String wrong = "{ " + "wrong ".repeat(3_000) + "}";
        assertThatThrownBy(() -> StuckSocket.ask(endpoint.port(), Collections.nCopies(100_000, wrong))
                        .close())
                .as("it is cut")
                .isInstanceOf(IOException.class);
        assertThat(endpoint.healthStatus()).isEqualTo(200);
    }

    private static long memoryKilobytes(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
    }
}
