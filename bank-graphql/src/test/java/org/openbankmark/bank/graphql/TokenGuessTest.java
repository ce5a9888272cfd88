package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Patience;

/** How often tokens of accounts may be guessed from one address, and who is not kept from the own account by it. */
@ExtendWith(BankExtension.class)
class TokenGuessTest {
    @Test
    void aWrongTokenCountsOnTheGeneratedMutationToo(RunningBank bank) throws Exception {
        Customer victim = Customer.open(bank.endpoint());
        StringBuilder guesses = new StringBuilder("mutation { ");
        for (int i = 0; i < 4; i++) {
            guesses.append(
                    ("g%d: confirm_money_transfer(input: { id: \"%s\", token: \"%020d\", amount: 1, from: \"%s\","
                                    + " to: \"cash\", description: \"guess\" }) { ... on MoneyTransferFailed { reason } } ")
                            .formatted(i, UUID.randomUUID(), i, victim.iban()));
        }
        try {
            assertThat(bank.update(guessesFromHere(998))).isEqualTo(1);
            JsonNode answer = new GraphQlHttp(bank.endpoint().http())
                    .ask(guesses.append('}').toString());
            assertThat(answer.at("/data/g0/reason").asText())
                    .as(answer.toString())
                    .isEqualTo("invalid token");
            assertThat(answer.at("/data/g1/reason").asText()).isEqualTo("invalid token");
            assertThat(answer.at("/data/g2").isNull()).isTrue();
            assertThat(codes(answer)).containsExactly("TOO_MANY", "TOO_MANY");
        } finally {
            forgetGuesses(bank);
        }
    }

    @Test
    void guessesFromTheSameAddressKeepNobodyFromTheOwnAccount(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        Customer other = Customer.open(bank.endpoint());
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        String deposit = transfer("cash", "cash", customer.iban());
        String own = transfer(customer.token(), customer.iban(), "cash");
        String guess = transfer("0".repeat(20), customer.iban(), "cash");
        try {
            assertThat(bank.update(guessesFromHere(1000))).isEqualTo(1);
            JsonNode holder =
                    customer.http().ask("mutation { deposit: " + deposit + " own: " + own + " g: " + guess + " }");
            assertThat(holder.at("/data/deposit/__typename").asText())
                    .as(holder.toString())
                    .isEqualTo("MoneyTransferConfirmed");
            assertThat(holder.at("/data/own/__typename").asText()).isEqualTo("MoneyTransferConfirmed");
            assertThat(codes(holder)).containsExactly("TOO_MANY");
            assertThat(codes(stranger.ask("mutation { deposit: " + transfer("x", "cash", customer.iban()) + " }")))
                    .isEmpty();
            // The right token is one of those that are tried out, where it is not the asker's.
            String right = "mutation { right: " + transfer(customer.token(), customer.iban(), "cash") + " }";
            assertThat(codes(stranger.ask(right))).containsExactly("TOO_MANY");
            assertThat(codes(other.http().ask(right))).containsExactly("TOO_MANY");
            try (GraphQlSocket socket = GraphQlSocket.connect(
                    bank.endpoint().webSocket(), customer.http().session())) {
                Customer.deposit(socket, 1, customer.iban());
                assertThat(Customer.transfer(socket, customer.token(), 1, customer.iban(), "cash", "mine")
                                .path("success")
                                .asBoolean())
                        .isTrue();
                assertThat(Customer.transfer(socket, "0".repeat(20), 1, customer.iban(), "cash", "a guess")
                                .path("reason")
                                .asText())
                        .startsWith("too many attempts");
            }
        } finally {
            forgetGuesses(bank);
        }
    }

    @Test
    void aTransferThatIsSentAgainWithAnotherTokenIsAGuess(RunningBank bank) throws Exception {
        Customer payer = Customer.open(bank.endpoint());
        GraphQlHttp stranger = new GraphQlHttp(bank.endpoint().http());
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Customer.deposit(socket, 100, payer.iban());
            String id = UUID.randomUUID().toString();
            assertThat(bank.update(guessesFromHere(0))).isEqualTo(1);
            assertThat(Customer.transfer(socket, id, payer.token(), 1, payer.iban(), "cash", "one")
                            .path("success")
                            .asBoolean())
                    .isTrue();
            // It was the right one, and so no guess: that is written down by another thread.
            Patience.until("the right token is no guess", () -> guesses(bank) == 0);
            assertThat(Customer.transfer(socket, id, "0".repeat(20), 1, payer.iban(), "cash", "one")
                            .path("reason")
                            .asText())
                    .isEqualTo("id was already used for another transfer");
            assertThat(guesses(bank)).isEqualTo(1);
            JsonNode again =
                    stranger.ask("mutation { again: " + transfer(id, "1".repeat(20), payer.iban(), "cash") + " }");
            assertThat(again.at("/data/again/__typename").asText())
                    .as(again.toString())
                    .isEqualTo("MoneyTransferFailed");
            assertThat(guesses(bank)).isEqualTo(2);
        } finally {
            forgetGuesses(bank);
        }
    }

    @Test
    void guessesThatAreUnderWayAtOnceAreCountedToo(RunningBank bank) throws Exception {
        Customer victim = Customer.open(bank.endpoint());
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            assertThat(bank.update(guessesFromHere(997))).isEqualTo(1);
            List<Answers> underWay = new ArrayList<>();
            for (int guess = 0; guess < 10; guess++) {
                underWay.add(Customer.transferring(
                        socket, UUID.randomUUID().toString(), "%020d".formatted(guess), 1, victim.iban(), "cash", "x"));
            }
            List<String> reasons = new ArrayList<>();
            for (Answers answers : underWay) {
                reasons.add(answers.data().at("/money_transfer/reason").asText());
            }
            assertThat(reasons).filteredOn("invalid token"::equals).hasSize(3);
            assertThat(reasons)
                    .filteredOn(reason -> reason.startsWith("too many"))
                    .hasSize(7);
        } finally {
            forgetGuesses(bank);
        }
    }

    private static String guessesFromHere(int many) {
        return "INSERT INTO endpoint.attempt (who, since, attempts) VALUES ('token 127.0.0.1', now(), " + many
                + ") ON CONFLICT (who) DO UPDATE SET since = now(), attempts = " + many;
    }

    private static int guesses(RunningBank bank) throws SQLException {
        try (Connection connection =
                        bank.servers().postgres().dataSource("endpoint").getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT attempts FROM endpoint.attempt WHERE who = 'token 127.0.0.1'")) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }

    private static void forgetGuesses(RunningBank bank) throws Exception {
        bank.update("DELETE FROM endpoint.attempt WHERE who = 'token 127.0.0.1'");
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("errors").findValuesAsText("code");
    }

    private static String transfer(String token, String from, String to) {
        return transfer(UUID.randomUUID().toString(), token, from, to);
    }

    private static String transfer(String id, String token, String from, String to) {
        return ("confirm_money_transfer(input: { id: \"%s\", token: \"%s\", amount: 1, from: \"%s\", to: \"%s\","
                        + " description: \"one\" }) { __typename }")
                .formatted(id, token, from, to);
    }
}
