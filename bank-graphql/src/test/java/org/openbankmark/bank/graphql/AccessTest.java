package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;

/** Who may see what, by query, by subscription, by id and by session. */
@ExtendWith(BankExtension.class)
class AccessTest {
    private static final String NOBODY = "NL48OPEN0999999999";

    @Test
    void anothersAccountAndNoAccountAreRefusedAlike(RunningBank bank) throws Exception {
        Customer victim = Customer.open(bank.endpoint());
        int id = transactionOf(bank, victim);
        Customer other = Customer.open(bank.endpoint());
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        for (String query : List.of(
                "{ transactions_by_iban(iban: \"%s\", max_items: 5) { id } }",
                "{ transactions(iban: \"%s\") { items { id } } }")) {
            for (String iban : List.of(victim.iban(), NOBODY, "", "%")) {
                assertThat(refusal(stranger.ask(query.formatted(iban)))).isEqualTo("UNAUTHENTICATED");
                assertThat(refusal(other.http().ask(query.formatted(iban)))).isEqualTo("FORBIDDEN");
            }
        }
        for (int asked : new int[] {id, 2_000_000_000, -1}) {
            String query = "{ transaction_by_id(id: " + asked + ") { iban } }";
            assertThat(refusal(stranger.ask(query))).isEqualTo("UNAUTHENTICATED");
            assertThat(refusal(other.http().ask(query))).isEqualTo("FORBIDDEN");
        }
        for (String query : List.of("{ all_last_transactions { iban } }", "{ accounts { total } }")) {
            assertThat(refusal(stranger.ask(query))).isEqualTo("UNAUTHENTICATED");
            assertThat(refusal(other.http().ask(query))).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void anothersStreamIsRefusedOnTheOwnAndTheGeneratedSubscription(RunningBank bank) throws Exception {
        Customer victim = Customer.open(bank.endpoint());
        Customer other = Customer.open(bank.endpoint());
        try (GraphQlSocket stranger = GraphQlSocket.connect(bank.endpoint().webSocket());
                GraphQlSocket customer = GraphQlSocket.connect(
                        bank.endpoint().webSocket(), other.http().session())) {
            for (String subscription : List.of(
                    "subscription { stream_transactions(iban: \"" + victim.iban() + "\") { id } }",
                    "subscription { stream_transactions { id } }",
                    "subscription { balance_changed(iban: \"" + victim.iban() + "\") { iban } }",
                    "subscription { balance_changed { iban } }")) {
                assertThat(stranger.subscribe(subscription).errorCode()).isEqualTo("UNAUTHENTICATED");
                assertThat(customer.subscribe(subscription).errorCode()).isEqualTo("FORBIDDEN");
            }
        }
    }

    @Test
    void theCompanyIsPublic(RunningBank bank) throws Exception {
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        JsonNode answer = stranger.ask("{ transactions_by_iban(iban: \"" + Iban.COMPANY + "\", max_items: 5) { id } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(stranger.ask("{ me { username } }").at("/data/me").isNull()).isTrue();
        assertThat(stranger.ask("{ bank_figures { accounts transactions topics { name events } } }")
                        .at("/data/bank_figures/topics"))
                .hasSize(8);
    }

    @Test
    void anEmployeeSeesAllAccounts(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        int id = transactionOf(bank, customer);
        GraphQlHttp employee = employee(bank.endpoint());
        assertThat(employee.ask("{ me { employee token iban } }").at("/data/me").toString())
                .isEqualTo("{\"employee\":true,\"token\":null,\"iban\":null}");
        assertThat(employee.ask("{ transaction_by_id(id: " + id + ") { iban } }")
                        .at("/data/transaction_by_id/iban")
                        .asText())
                .isEqualTo(customer.iban());
        assertThat(employee.ask("{ transaction_by_id(id: 2000000000) { iban } }")
                        .at("/data/transaction_by_id")
                        .isNull())
                .isTrue();
        List<String> listed = employee.ask("{ all_last_transactions { iban } }")
                .at("/data/all_last_transactions")
                .findValuesAsText("iban");
        assertThat(listed).contains(customer.iban()).isSorted().doesNotHaveDuplicates();
        assertThat(pages(employee)).isEqualTo(listed);
        GraphQlHttp guess = new GraphQlHttp(bank.endpoint().http());
        assertThat(guess.ask("mutation { login_employee(username: \"employee\", password: \"\") { reason } }")
                        .at("/data/login_employee/reason")
                        .asText())
                .isEqualTo("incorrect username or password");
    }

    @Test
    void loginsAreLimitedEvenThoseWithTheRightPassword(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        String mostOfThisAddress =
                "INSERT INTO endpoint.attempt (who, since, attempts) VALUES ('login 127.0.0.1', now(), %d)"
                        + " ON CONFLICT (who) DO UPDATE SET since = now(), attempts = excluded.attempts";
        try {
            bank.update(mostOfThisAddress.formatted(9_999));
            assertThat(customer.logInAgain(bank.endpoint()).isNull()).isTrue();
            assertThat(customer.logInAgain(bank.endpoint()).asText()).startsWith("too many attempts");
        } finally {
            bank.update("DELETE FROM endpoint.attempt WHERE who = 'login 127.0.0.1'");
        }
    }

    @Test
    void onlyAnOwnLivingSessionCounts(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        String secret = customer.http().session();
        String mine = "{ me { username } }";
        String altered = (secret.charAt(0) == 'A' ? 'B' : 'A') + secret.substring(1);
        for (String forged : List.of(altered, "", "x", "' OR 1=1 --", "A".repeat(5_000))) {
            assertThat(new GraphQlHttp(bank.endpoint().http())
                            .withSession(forged)
                            .ask(mine)
                            .at("/data/me")
                            .isNull())
                    .as(forged)
                    .isTrue();
        }
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket(), secret)) {
            String stream = streamOf(customer.iban());
            Answers running = running(socket, customer.iban());
            assertThat(customer.http()
                            .ask("mutation { logout }")
                            .at("/data/logout")
                            .asBoolean())
                    .isTrue();
            assertThat(customer.http().session()).isNull();
            assertThat(new GraphQlHttp(bank.endpoint().http())
                            .withSession(secret)
                            .ask(mine)
                            .at("/data/me")
                            .isNull())
                    .isTrue();
            assertThat(running.errorCode())
                    .as("what runs is ended, though nothing more is asked over its connection")
                    .isEqualTo("UNAUTHENTICATED");
            assertThat(socket.subscribe(stream).errorCode()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void whatRunsEndsWhenItsSessionExpires(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            Answers running = running(socket, customer.iban());
            expire(bank, customer);
            assertThat(running.errorCode()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void whatRunsEndsAfterALogoutOverItsOwnConnection(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            Answers running = running(socket, customer.iban());
            assertThat(socket.subscribe("mutation { logout }")
                            .data()
                            .path("logout")
                            .asBoolean())
                    .isTrue();
            assertThat(socket.subscribe("{ me { username } }").data().path("me").isNull())
                    .isTrue();
            assertThat(running.errorCode()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void whatRunsKeepsToItsSessionWhenAnotherLogsInOnItsConnection(RunningBank bank) throws Exception {
        Customer first = Customer.open(bank.endpoint());
        try (GraphQlSocket socket =
                GraphQlSocket.connect(bank.endpoint().webSocket(), first.http().session())) {
            Answers ofFirst = running(socket, first.iban());
            String second = socket.subscribe("subscription { get_account(username: \"second-" + UUID.randomUUID()
                            + "\", password: \"12345678\") { iban reason } }")
                    .data()
                    .at("/get_account/iban")
                    .asText();
            Answers ofSecond = running(socket, second);
            assertThat(socket.subscribe(streamOf(first.iban())).errorCode()).isEqualTo("FORBIDDEN");
            first.http().ask("mutation { logout }");
            assertThat(ofFirst.errorCode()).isEqualTo("UNAUTHENTICATED");
            Customer.deposit(socket, 200, second);
            assertThat(ofSecond.data().at("/stream_transactions/id").asInt()).isPositive();
        }
    }

    @Test
    void anExpiredSessionIsNone(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        expire(bank, customer);
        assertThat(customer.http().ask("{ me { username } }").at("/data/me").isNull())
                .isTrue();
    }

    private static void expire(RunningBank bank, Customer customer) throws SQLException {
        assertThat(bank.update("UPDATE endpoint.session SET expires_at = now() - interval '1 second' WHERE username = '"
                        + customer.username() + "'"))
                .isEqualTo(1);
    }

    private static String streamOf(String iban) {
        return "subscription { stream_transactions(iban: \"" + iban + "\", after_id: 0) { id } }";
    }

    /** A stream of an account that was paid once; it is running when it has told so. */
    private static Answers running(GraphQlSocket socket, String iban) throws Exception {
        Answers stream = socket.subscribe(streamOf(iban));
        Customer.deposit(socket, 100, iban);
        stream.data();
        return stream;
    }

    private static int transactionOf(RunningBank bank, Customer customer) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            Answers stream = socket.subscribe(streamOf(customer.iban()));
            Customer.deposit(socket, 1_000, customer.iban());
            return stream.data().at("/stream_transactions/id").asInt();
        }
    }

    static GraphQlHttp employee(Endpoint endpoint) throws Exception {
        GraphQlHttp employee = new GraphQlHttp(endpoint.http());
        assertThat(employee.ask(
                                "mutation($p: String!) { login_employee(username: \"employee\", password: $p) {"
                                        + " reason } }",
                                Map.of("p", Endpoint.EMPLOYEE_PASSWORD))
                        .at("/data/login_employee/reason")
                        .isNull())
                .isTrue();
        return employee;
    }

    private static List<String> pages(GraphQlHttp employee) throws Exception {
        List<String> ibans = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = employee.ask(
                            "query($after: String) { accounts(first: 2, after: $after) { items { iban } next total } }",
                            Map.of("after", after))
                    .at("/data/accounts");
            ibans.addAll(page.path("items").findValuesAsText("iban"));
            after = page.path("next").isNull() ? null : page.path("next").asText();
        }
        return ibans;
    }

    private static String refusal(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText();
    }
}
