package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;

/** Documents, messages and texts that are made to do harm. */
@ExtendWith(BankExtension.class)
class HostileInputTest {
    private static final String COMPANY =
            "transactions_by_iban(iban: \"" + Iban.COMPANY + "\", max_items: %d) { id iban descr }";

    @Test
    void deepWideAliasedAndCyclicDocumentsAreRefused(RunningBank bank) throws Exception {
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        String deep = "{ __schema { types { " + "fields { type { ".repeat(12) + "name" + " } }".repeat(12) + " } } }";
        StringBuilder aliased = new StringBuilder("{ ");
        for (int i = 0; i < 30; i++) {
            aliased.append('a')
                    .append(i)
                    .append(": ")
                    .append(COMPANY.formatted(250))
                    .append(' ');
        }
        String wide = "{ " + COMPANY.formatted(1).replace("id iban descr", "id ".repeat(4_500)) + " }";
        String cyclic = "query { me { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }";
        String directives = "{ me { username " + "@include(if: true) ".repeat(3_000) + "} }";
        for (String document : List.of(deep, aliased.append('}').toString(), wide, cyclic, directives)) {
            JsonNode answer = stranger.ask(document);
            assertThat(answer.path("errors")).as(document.substring(0, 40)).isNotEmpty();
            assertThat(answer.path("data").isObject()).isFalse();
        }
        for (int items : new int[] {251, 0, -1, Integer.MAX_VALUE}) {
            assertThat(stranger.ask("{ " + COMPANY.formatted(items) + " }")
                            .at("/errors/0/extensions")
                            .toString())
                    .contains("INVALID_INPUT", "max_items");
        }
    }

    @Test
    void aSubscriptionWithLargeAnswersIsRefusedAndThoseOfThePagesAreNot(RunningBank bank) throws Exception {
        String company = "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\", after_id: 0) { %s } }";
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            wide.append('a').append(i).append(": descr ");
        }
        String longNames = ("b".repeat(600) + ": descr ") + ("c".repeat(600) + ": descr ");
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Customer.transfer(socket, "cash", 5, "cash", Iban.COMPANY, "there is one");
            for (String fields : List.of(wide.toString(), longNames)) {
                JsonNode answer = socket.subscribe(company.formatted(fields)).message();
                assertThat(answer.at("/payload/errors/0/message").asText())
                        .as(answer.toString())
                        .contains("maximum query complexity exceeded");
            }
            String all = "__typename id iban new_balance changed_by from_to descr direction new_balance_cents"
                    + " changed_by_cents";
            assertThat(socket.subscribe(company.formatted(all))
                            .data()
                            .at("/stream_transactions/id")
                            .asInt())
                    .isPositive();
            assertThat(socket.subscribe(
                                    "subscription { bank_figures { __typename accounts transactions"
                                            + " transactions_per_second topics { __typename name events events_per_second } } }")
                            .data()
                            .at("/bank_figures/topics")
                            .isEmpty())
                    .isFalse();
        }
    }

    @Test
    void aLoginUnderManyAliasesCountsAsMany(RunningBank bank) throws Exception {
        String name = "aliased-" + UUID.randomUUID();
        Customer.open(bank.endpoint());
        StringBuilder guesses = new StringBuilder(
                "mutation { first: login(username: \"" + name + "\", password: \"the right one\") { reason } ");
        for (int i = 0; i < 15; i++) {
            guesses.append("g%d: login(username: \"%s\", password: \"guess-%08d\") { reason } ".formatted(i, name, i));
        }
        JsonNode data = new GraphQlHttp(bank.endpoint().http())
                .ask(guesses.append('}').toString())
                .path("data");
        assertThat(data.at("/first/reason").isNull()).as(data.toString()).isTrue();
        assertThat(data.at("/g0/reason").asText()).isEqualTo("incorrect password");
        assertThat(data.at("/g14/reason").asText()).startsWith("too many attempts");
    }

    @Test
    void largeMessagesAreTurnedAway(RunningBank bank) throws Exception {
        String large = "{\"query\": \"{ me { username } } #" + "x".repeat(10_000_000) + "\"}";
        try {
            assertThat(new GraphQlHttp(bank.endpoint().http()).send(large).statusCode())
                    .isEqualTo(413);
        } catch (IOException cutWhileItWasSent) {
            assertThat(cutWhileItWasSent).isNotInstanceOf(ConnectException.class);
        }
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            try {
                socket.subscribe(large);
            } catch (CompletionException closedMeanwhile) {
                assertThat(closedMeanwhile).hasMessageContaining("IOException");
            }
            assertThat(socket.closeCode()).isIn(1009, -1);
        }
        assertThat(bank.endpoint().healthStatus()).isEqualTo(200);
    }

    @Test
    void everyTextIsTakenAsItIsOrRefusedWithItsArgument(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        String harmless = "café 漢字 👩‍👩‍👧 'quotes' \"too\" \\ ; DROP TABLE transaction_entry; -- ${jndi:ldap://x} %s";
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            JsonNode result = Customer.transfer(socket, "cash", 5, "cash", customer.iban(), harmless);
            assertThat(result.path("success").asBoolean()).as(result.toString()).isTrue();
            assertThat(socket.subscribe("subscription { stream_transactions(iban: \"" + customer.iban()
                                    + "\", after_id: 0) { descr } }")
                            .data()
                            .at("/stream_transactions/descr")
                            .asText())
                    .isEqualTo(harmless);
            for (String field : List.of("uuid", "token", "from", "to", "descr")) {
                for (String text : List.of("x".repeat(251), "line\nbreak", "nul\0", "half \ud800", "\u009b")) {
                    String[] all = {UUID.randomUUID().toString(), "cash", "cash", customer.iban(), "fine"};
                    all[List.of("uuid", "token", "from", "to", "descr").indexOf(field)] = text;
                    JsonNode message = Customer.transferring(socket, all[0], all[1], 5, all[2], all[3], all[4])
                            .message();
                    assertThat(message.at("/payload/errors/0/extensions").toString())
                            .as(field)
                            .contains("INVALID_INPUT", field);
                }
            }
        }
    }

    @Test
    void namesOfEmployeesAreHeldToTheSameLimits(RunningBank bank) throws Exception {
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        for (String text : List.of("x".repeat(251), "x".repeat(60_000), "line\nbreak", "nul\0", "half \ud800")) {
            for (String field : List.of("username", "password")) {
                Map<String, String> given = field.equals("username")
                        ? Map.of("u", text, "p", "12345678")
                        : Map.of("u", "employee", "p", text);
                assertThat(stranger.ask(
                                        "mutation($u: String!, $p: String!) {"
                                                + " login_employee(username: $u, password: $p) { reason } }",
                                        given)
                                .at("/errors/0/extensions")
                                .toString())
                        .contains("INVALID_INPUT", field);
            }
        }
        assertThat(stranger.ask(
                                "mutation($u: String!) { login(username: $u, password: \"12345678\") { reason } }",
                                Map.of("u", "half of one \ud800"))
                        .at("/data/login/reason")
                        .asText())
                .isEqualTo("username and password cannot have halves of characters");
    }

    @Test
    void aTextOfAMegabyteIsTurnedAwayInEachField(RunningBank bank) throws Exception {
        String large = "x".repeat(1_000_000);
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        for (String document : List.of(
                "mutation { login(username: \"%s\", password: \"12345678\") { reason } }",
                "mutation { login(username: \"12345678\", password: \"%s\") { reason } }",
                "mutation { login_employee(username: \"%s\", password: \"12345678\") { reason } }",
                "mutation { login_employee(username: \"12345678\", password: \"%s\") { reason } }",
                "{ transactions_by_iban(iban: \"%s\", max_items: 1) { id } }",
                "{ accounts(after: \"%s\") { total } }")) {
            String body = "{\"query\": \"" + document.formatted(large).replace("\"", "\\\"") + "\"}";
            assertThat(stranger.send(body).statusCode()).isEqualTo(413);
        }
        JsonNode justBelow = stranger.ask(
                "mutation($u: String!) { login(username: $u, password: \"12345678\") { reason } }",
                Map.of("u", "x".repeat(60_000)));
        assertThat(justBelow.at("/data/login/reason").asText()).isEqualTo("username must have at most 250 characters");
    }

    @Test
    void injectionThroughAnyArgumentFindsNothingAndSecretsAreNotLogged(RunningBank bank) throws Exception {
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        String injection = "' OR '1'='1'; -- ";
        assertThat(stranger.ask(
                                "mutation($t: String!) { login(username: $t, password: $t) { viewer { iban } reason } }",
                                Map.of("t", injection + UUID.randomUUID()))
                        .at("/data/login/viewer/iban")
                        .asText())
                .as("a name like any other")
                .startsWith("NL");
        String forged = "x\n2026-01-01T00:00:00.000Z INFO  Main - forged";
        stranger.ask("mutation($t: String!) { login(username: $t, password: $t) { reason } }", Map.of("t", forged));
        stranger.ask("query($t: String!) { transactions(iban: $t) { next } }", Map.of("t", forged));
        Customer customer = Customer.open(bank.endpoint());
        assertThat(bank.endpoint().log())
                .doesNotContain(
                        "forged",
                        Customer.PASSWORD,
                        customer.token(),
                        customer.http().session())
                .doesNotContain(" ERROR ");
    }
}
