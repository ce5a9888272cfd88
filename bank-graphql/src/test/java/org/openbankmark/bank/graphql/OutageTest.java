package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BalanceChangedProducer;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Patience;
import org.openbankmark.bank.graphql.client.Payments;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.settings.Settings;

/** Servers go and come back: what is asked meanwhile fails clearly, what is subscribed goes on, and nothing is missing later. */
@ExtendWith(BankExtension.class)
class OutageTest {
    private static final String STREAM = "subscription { stream_transactions(iban: \"" + Iban.COMPANY
            + "\") { id descr changed_by_cents new_balance_cents } }";
    private static final String LATEST =
            "{ transactions_by_iban(iban: \"" + Iban.COMPANY + "\", max_items: 1) { id descr } }";
    private static final String FIGURES = "subscription { bank_figures { transactions } }";

    @Test
    void theDatabaseGoesAndComesBack(RunningBank bank) throws Exception {
        int events = 20;
        String iban = "events-" + UUID.randomUUID();
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Answers stream = socket.subscribe(STREAM);
            Answers figures = socket.subscribe(FIGURES);
            figures.data();
            bank.servers().postgres().kill();
            try {
                JsonNode failed = new GraphQlHttp(bank.endpoint().http()).ask(LATEST);
                assertThat(failed.at("/errors/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
                assertThat(failed.toString()).doesNotContain("Connection", "SQL", "postgres");
                JsonNode counted = new GraphQlHttp(bank.endpoint().http()).ask("{ bank_figures { transactions } }");
                assertThat(counted.at("/errors/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
                changes(bank, iban, events);
                Patience.until("health tells of it", () -> bank.endpoint().healthStatus() == 503);
            } finally {
                bank.servers().postgres().start();
            }
            bank.endpoint().awaitHealth();
            goesOn(socket, stream, "after the database");
            figures.soFar()
                    .forEach(message -> assertThat(message.at("/payload/data").isObject())
                            .as("figures go on: %s", message)
                            .isTrue());
            assertThat(figures.data().at("/bank_figures/transactions").asLong()).isPositive();
        }
        assertThat(amountsSeenByAnEmployee(bank, iban, events))
                .as("of what happened meanwhile, each once and in order")
                .isEqualTo(IntStream.rangeClosed(1, events).boxed().toList());
    }

    @Test
    void theBrokerGoesAndComesBack(RunningBank bank) throws Exception {
        String uuid = UUID.randomUUID().toString();
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Answers stream = socket.subscribe(STREAM);
            bank.servers().kafka().broker(1).kill();
            try {
                Answers transfer = deposit(socket, uuid);
                JsonNode answered = new GraphQlHttp(bank.endpoint().http()).ask(LATEST);
                assertThat(answered.has("errors")).as("queries need no broker").isFalse();
                Patience.until("the transfer is given up", () -> transfer.waiting() > 0);
                assertThat(transfer.errorCode()).isIn("TIMEOUT", "UNAVAILABLE");
            } finally {
                bank.servers().kafka().broker(1).start();
            }
            bank.endpoint().awaitHealth();
            // Whether or not it was carried out: tried again with its id, it is, and once.
            assertThat(deposit(socket, uuid)
                            .data()
                            .at("/money_transfer/success")
                            .asBoolean())
                    .isTrue();
            List<String> seen = goesOn(socket, stream, "after the broker");
            assertThat(seen).containsOnlyOnce(uuid);
        }
    }

    @Test
    void theRegistryGoesAndComesBack(RunningBank bank) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Answers stream = socket.subscribe(STREAM);
            bank.servers().registry().kill();
            try {
                goesOn(socket, stream, "without the registry");
            } finally {
                bank.servers().registry().start();
            }
        }
    }

    private static Answers deposit(GraphQlSocket socket, String uuid) throws Exception {
        return Customer.transferring(socket, uuid, "cash", 7, "cash", Iban.COMPANY, uuid);
    }

    /** Events as the command handler writes them, of an account that only they know. */
    private static void changes(RunningBank bank, String iban, int count) throws Exception {
        try (KafkaConnection connection =
                KafkaConnection.open(Settings.fromEnvironment(bank.servers().environment("endpoint")))) {
            BalanceChangedProducer producer = BalanceChangedProducer.on(connection);
            for (int i = 1; i <= count; i++) {
                producer.send(new BalanceChanged(iban, (long) i, (long) i, "cash", "meanwhile", (long) i, null))
                        .get(20, TimeUnit.SECONDS);
            }
        }
    }

    /** So many, and whatever else the account has by then. */
    private static List<Integer> amountsSeenByAnEmployee(RunningBank bank, String iban, int count) throws Exception {
        GraphQlHttp employee = new GraphQlHttp(bank.endpoint().http());
        employee.ask(
                "mutation($p: String!) { login_employee(username: \"employee\", password: $p) { reason } }",
                Map.of("p", Endpoint.EMPLOYEE_PASSWORD));
        List<Integer> amounts = new ArrayList<>();
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket(), employee.session())) {
            Answers stream = socket.subscribe(
                    "subscription { stream_transactions(iban: \"" + iban + "\", after_id: 0) { changed_by_cents } }");
            for (int i = 0; i < count; i++) {
                amounts.add(stream.data()
                        .at("/stream_transactions/changed_by_cents")
                        .asInt());
            }
            stream.soFar().forEach(more -> amounts.add(Integer.MAX_VALUE));
        }
        return amounts;
    }

    /**
     * A deposit is seen by the subscription that was there before; each balance seen until then follows from the one before, so
     * none is missing and none came twice.
     *
     * @return the descriptions of what was seen
     */
    private static List<String> goesOn(GraphQlSocket socket, Answers stream, String description) throws Exception {
        for (String last : List.of(description, description + ", again")) {
            Payments.toCompany(socket, 1, last);
        }
        List<String> seen = new ArrayList<>();
        JsonNode before = null;
        while (!seen.contains(description + ", again")) {
            JsonNode next = stream.data().get("stream_transactions");
            if (before != null) {
                assertThat(next.path("id").asInt())
                        .isGreaterThan(before.path("id").asInt());
                assertThat(next.path("new_balance_cents").asLong())
                        .isEqualTo(before.path("new_balance_cents").asLong()
                                + next.path("changed_by_cents").asLong());
            }
            before = next;
            seen.add(next.path("descr").asText());
        }
        return seen;
    }
}
