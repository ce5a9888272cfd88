package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Patience;
import org.openbankmark.bank.graphql.client.Payments;

/** Live transactions: filtered, in order, on every instance, and none missed or twice by who comes back. */
@ExtendWith(BankExtension.class)
class StreamTest {

    @Test
    void filtersHoldInEachCombination(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            Map<String, Answers> streams = new LinkedHashMap<>();
            for (String least : List.of("", "min_amount: 500")) {
                for (String direction : List.of("", "direction: DEBIT", "direction: CREDIT")) {
                    String filter = least + " " + direction;
                    streams.put(
                            filter,
                            socket.subscribe("subscription { stream_transactions(iban: \"" + customer.iban() + "\" "
                                    + filter + ") { changed_by_cents } }"));
                }
            }
            Customer.deposit(socket, 499, customer.iban());
            Customer.deposit(socket, 500, customer.iban());
            pay(socket, customer, 499);
            pay(socket, customer, 500);
            Customer.deposit(socket, 999, customer.iban());
            pay(socket, customer, 999);
            // What is read again later passes the same filters as what is seen when it happens.
            for (String filter : List.copyOf(streams.keySet())) {
                String again = filter + " after_id: 0";
                streams.put(
                        again,
                        socket.subscribe("subscription { stream_transactions(iban: \"" + customer.iban() + "\" " + again
                                + ") { changed_by_cents } }"));
            }
            List<Integer> all = List.of(499, 500, -499, -500, 999, -999);
            for (Map.Entry<String, Answers> stream : streams.entrySet()) {
                List<Integer> expected = all.stream()
                        .filter(cents -> !stream.getKey().contains("min") || Math.abs(cents) >= 500)
                        .filter(cents -> !stream.getKey().contains("DEBIT") || cents < 0)
                        .filter(cents -> !stream.getKey().contains("CREDIT") || cents > 0)
                        .toList();
                List<Integer> seen = new ArrayList<>();
                for (int i = 0; i < expected.size(); i++) {
                    seen.add(stream.getValue()
                            .data()
                            .at("/stream_transactions/changed_by_cents")
                            .asInt());
                }
                assertThat(seen).as(stream.getKey()).isEqualTo(expected);
                assertThat(stream.getValue().waiting()).isZero();
            }
        }
    }

    @Test
    void whatASubscriberWasToldIsForgotten(RunningBank bank) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Answers stream = socket.subscribe(
                    "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\") { id iban } }");
            told(socket, stream, 10);
            long before = bank.endpoint().objects("graphql.execution.");
            told(socket, stream, 300);
            assertThat(bank.endpoint().objects("graphql.execution.") - before).isLessThan(300);
        }
    }

    private static void told(GraphQlSocket socket, Answers stream, int times) throws Exception {
        Payments.toCompany(socket, times, "to be forgotten");
        for (int i = 0; i < times; i++) {
            assertThat(stream.data().at("/stream_transactions/id").asInt()).isPositive();
        }
    }

    @Test
    void cutConnectionsGoOnWhereTheyWereOnWhicheverInstance(RunningBank bank) throws Exception {
        int transfers = Integer.getInteger("bank.transfers", 120);
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket paying = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            List<Endpoint> instances = List.of(bank.endpoint(), bank.second());
            Random random = new Random(5);
            List<Integer> ids = new ArrayList<>();
            List<Integer> amounts = new ArrayList<>();
            Thread payer = new Thread(() -> deposits(paying, customer, transfers));
            payer.start();
            while (ids.size() < transfers) {
                Endpoint instance = instances.get(random.nextInt(2));
                try (GraphQlSocket socket = GraphQlSocket.connect(
                        instance.webSocket(), customer.http().session())) {
                    Answers stream = socket.subscribe("subscription { stream_transactions(iban: \"" + customer.iban()
                            + "\", after_id: " + (ids.isEmpty() ? 0 : ids.get(ids.size() - 1))
                            + ") { id changed_by_cents } }");
                    int until = Math.min(transfers, ids.size() + 1 + random.nextInt(15));
                    while (ids.size() < until) {
                        JsonNode seen = stream.data().get("stream_transactions");
                        ids.add(seen.path("id").asInt());
                        amounts.add(seen.path("changed_by_cents").asInt());
                    }
                    socket.cut();
                }
            }
            payer.join();
            assertThat(ids).isSorted().doesNotHaveDuplicates();
            assertThat(amounts)
                    .isEqualTo(Stream.iterate(1, cents -> cents + 1)
                            .limit(transfers)
                            .collect(Collectors.toList()));
        }
    }

    @Test
    void everySubscriberOfBothInstancesSeesItsOwnOnceAndInOrder(RunningBank bank) throws Exception {
        int subscribers = Integer.getInteger("bank.subscribers", 40);
        int transfers = 20;
        Customer first = Customer.open(bank.endpoint());
        Customer second = Customer.open(bank.endpoint());
        List<GraphQlSocket> sockets = new ArrayList<>();
        try (GraphQlSocket paying = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Map<Answers, Customer> streams = new LinkedHashMap<>();
            for (Endpoint instance : List.of(bank.endpoint(), bank.second())) {
                for (int i = 0; i < subscribers; i++) {
                    Customer customer = i % 2 == 0 ? first : second;
                    GraphQlSocket socket = GraphQlSocket.connect(
                            instance.webSocket(), customer.http().session());
                    sockets.add(socket);
                    streams.put(
                            socket.subscribe("subscription { stream_transactions(iban: \"" + customer.iban()
                                    + "\", after_id: 0) { iban changed_by_cents } }"),
                            customer);
                }
            }
            deposits(paying, first, transfers);
            deposits(paying, second, transfers);
            for (Map.Entry<Answers, Customer> stream : streams.entrySet()) {
                for (int cents = 1; cents <= transfers; cents++) {
                    JsonNode seen = stream.getKey().data().get("stream_transactions");
                    assertThat(seen.path("iban").asText())
                            .isEqualTo(stream.getValue().iban());
                    assertThat(seen.path("changed_by_cents").asInt()).isEqualTo(cents);
                }
            }
            assertThat(streams.keySet())
                    .allSatisfy(stream -> assertThat(stream.waiting()).isZero());
        } finally {
            sockets.forEach(GraphQlSocket::close);
        }
    }

    @Test
    void anEventStreamTellsTheSame(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket paying = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Customer.deposit(paying, 321, customer.iban());
            try (Stream<String> lines = customer.http()
                    .events("subscription { stream_transactions(iban: \"" + customer.iban()
                            + "\", after_id: 0) { changed_by } }")) {
                assertThat(lines.filter(line -> line.startsWith("data:"))
                                .findFirst()
                                .orElseThrow())
                        .contains("{\"data\":{\"stream_transactions\":{\"changed_by\":\"€3,21\"}}}");
            }
            String transfer = "subscription { money_transfer(uuid: \"" + UUID.randomUUID()
                    + "\", token: \"cash\", amount: 5, from: \"cash\", to: \"" + customer.iban()
                    + "\", descr: \"event stream\") { success } }";
            try (Stream<String> lines = customer.http().events(transfer)) {
                assertThat(lines.toList().toString()).contains("\"success\":true", "event:complete");
            }
        }
    }

    @Test
    void theGeneratedOperationsWorkBesideThem(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            Answers stream = socket.subscribe(
                    "subscription { balance_changed(iban: \"" + customer.iban() + "\") { iban changed_by sequence } }");
            String uuid = UUID.randomUUID().toString();
            // Only what comes after it subscribed is seen; the subscription is there when its socket answers what came
            // later.
            assertThat(socket.subscribe("{ me { username } }")
                            .data()
                            .at("/me/username")
                            .asText())
                    .isEqualTo(customer.username());
            JsonNode reply = customer.http()
                    .ask("mutation { confirm_money_transfer(input: { id: \"" + uuid
                            + "\", token: \"cash\", amount: 12, from: \"cash\", to: \"" + customer.iban()
                            + "\", description: \"generated\" }) { __typename } }");
            assertThat(reply.at("/data/confirm_money_transfer/__typename").asText())
                    .as(reply.toString())
                    .isEqualTo("MoneyTransferConfirmed");
            assertThat(stream.data().at("/balance_changed/changed_by").asText()).isEqualTo("12");
            Patience.until("the account's page has it", () -> customer.http()
                    .ask("{ transactions(iban: \"" + customer.iban() + "\") { items { descr } } }")
                    .toString()
                    .contains("generated"));
        }
    }

    private static void deposits(GraphQlSocket paying, Customer customer, int transfers) {
        try {
            for (int cents = 1; cents <= transfers; cents++) {
                Customer.deposit(paying, cents, customer.iban());
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pay(GraphQlSocket socket, Customer customer, int cents) throws Exception {
        assertThat(Customer.transfer(socket, customer.token(), cents, customer.iban(), "cash", "withdraw")
                        .path("success")
                        .asBoolean())
                .isTrue();
    }
}
