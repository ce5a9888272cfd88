package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlSocket;

/** Transfers: each refusal with its reason, and an id that is used again. */
@ExtendWith(BankExtension.class)
class TransferTest {

    @Test
    void whatIsWrongWithATransferIsToldAsItsResult(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        String me = customer.iban();
        String token = customer.token();
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            assertThat(reason(socket, token, 0, me, "cash")).isEqualTo("amount must be positive");
            assertThat(reason(socket, token, -1, me, "cash")).isEqualTo("amount must be positive");
            assertThat(reason(socket, token, Integer.MIN_VALUE, me, "cash")).isEqualTo("amount must be positive");
            assertThat(reason(socket, token, 1, "foo", me)).isEqualTo("from is invalid");
            assertThat(reason(socket, token, 1, me, me)).isEqualTo("from and to can't be same for transfer");
            assertThat(reason(socket, token, 1, "NL48OPEN0999999999", "cash"))
                    .isEqualTo("both to and from not known at this bank");
            assertThat(reason(socket, token, 1, "NL48OPEN0999999999", me)).isEqualTo("from is not known at this bank");
            assertThat(reason(socket, "00000000000000000000", 1, me, "cash")).isEqualTo("invalid token");
            assertThat(reason(socket, token, 50_001, me, "cash")).isEqualTo("insufficient funds");
            assertThat(reason(socket, token, Integer.MAX_VALUE, me, "cash")).isEqualTo("insufficient funds");
            assertThat(reason(socket, "00000000000000000000", 1, Iban.COMPANY, me))
                    .as("the company's token is known to everybody")
                    .isEqualTo("invalid token");
            assertThat(Customer.transfer(socket, "not one", token, 1, me, "cash", "x")
                            .path("reason")
                            .asText())
                    .isEqualTo("uuid is invalid");
            assertThat(reason(socket, token, 50_000, me, "cash")).isEqualTo("null");
        }
    }

    @Test
    void aNumberBeyondIntIsRefusedBeforeItIsANumberOfCents(RunningBank bank) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            for (String amount : new String[] {"2147483648", "-2147483649", "1e30", "0.5", "NaN"}) {
                JsonNode message = socket.subscribe("subscription { money_transfer(uuid: \"" + UUID.randomUUID()
                                + "\", token: \"cash\", amount: " + amount
                                + ", from: \"cash\", to: \"x\", descr: \"x\") { success } }")
                        .message();
                assertThat(message.toString()).as(amount).contains("\"errors\"").doesNotContain("\"success\"");
            }
        }
    }

    @Test
    void anIdUsedAgainGivesItsResultAgainHereElsewhereAndAfterARestart(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        String uuid = UUID.randomUUID().toString();
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            JsonNode first = Customer.transfer(socket, uuid, "cash", 700, "cash", customer.iban(), "once");
            assertThat(first.path("success").asBoolean()).isTrue();
            assertThat(first.path("uuid").asText()).isEqualTo(uuid);
            assertThat(Customer.transfer(socket, uuid, "cash", 700, "cash", customer.iban(), "once"))
                    .isEqualTo(first);
            assertThat(Customer.transfer(socket, uuid, "cash", 701, "cash", customer.iban(), "once")
                            .path("reason")
                            .asText())
                    .isEqualTo("id was already used for another transfer");
            try (Endpoint other = bank.another(Map.of())) {
                assertSame(other, uuid, customer, first);
                assertThat(other.restart()).as("exit code of an orderly stop").isIn(0, 143);
                assertSame(other, uuid, customer, first);
            }
        }
        JsonNode all = customer.http()
                .ask("{ transactions(iban: \"" + customer.iban() + "\") { items { changed_by_cents } next } }")
                .at("/data/transactions");
        assertThat(all.toString()).isEqualTo("{\"items\":[{\"changed_by_cents\":\"700\"}],\"next\":null}");
    }

    private static void assertSame(Endpoint endpoint, String uuid, Customer customer, JsonNode first) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(endpoint.webSocket())) {
            assertThat(Customer.transfer(socket, uuid, "cash", 700, "cash", customer.iban(), "once"))
                    .isEqualTo(first);
        }
    }

    private static String reason(GraphQlSocket socket, String token, int cents, String from, String to)
            throws Exception {
        return Customer.transfer(socket, token, cents, from, to, "x")
                .path("reason")
                .asText();
    }
}
