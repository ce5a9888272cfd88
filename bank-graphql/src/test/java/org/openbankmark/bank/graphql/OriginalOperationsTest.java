package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlSocket;

/** The six operations of Open Bank Mark, as its clients use them. */
@ExtendWith(BankExtension.class)
class OriginalOperationsTest {
    private static final String FIELDS = "{ id iban new_balance changed_by from_to descr direction }";

    @Test
    void aNewNameOpensAnAccountAndTheSameLogsIn(RunningBank bank) throws Exception {
        String name = "original-" + UUID.randomUUID();
        String document = "subscription { get_account(username: \"" + name
                + "\", password: \"12345678\") { iban token reason } }";
        try (GraphQlSocket first = GraphQlSocket.connect(bank.endpoint().webSocket());
                GraphQlSocket second = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            JsonNode opened = first.subscribe(document).data().get("get_account");
            assertThat(Iban.isValid(opened.path("iban").asText())).isTrue();
            assertThat(opened.path("token").asText()).matches("[0-9]{20}");
            assertThat(opened.path("reason").isNull()).isTrue();
            assertThat(second.subscribe(document).data().get("get_account")).isEqualTo(opened);
            JsonNode wrong = second.subscribe(document.replace("12345678", "87654321"))
                    .data()
                    .get("get_account");
            assertThat(wrong.path("iban").isNull()).isTrue();
            assertThat(wrong.path("reason").asText()).isEqualTo("incorrect password");
        }
    }

    @Test
    void aDepositIsStreamedListedAndFoundById(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        try (GraphQlSocket socket = GraphQlSocket.connect(
                bank.endpoint().webSocket(), customer.http().session())) {
            Answers stream = socket.subscribe(
                    "subscription { stream_transactions(iban: \"" + customer.iban() + "\") " + FIELDS + " }");
            Customer.deposit(socket, 123_456, customer.iban());
            JsonNode seen = stream.data().get("stream_transactions");
            assertThat(seen.path("iban").asText()).isEqualTo(customer.iban());
            assertThat(seen.path("new_balance").asText()).isEqualTo("€1.234,56");
            assertThat(seen.path("changed_by").asText()).isEqualTo("€1.234,56");
            assertThat(seen.path("from_to").asText()).isEqualTo("cash");
            assertThat(seen.path("descr").asText()).isEqualTo("deposit");
            assertThat(seen.path("direction").asText()).isEqualTo("CREDIT");
            JsonNode listed = customer.http()
                    .ask("{ transactions_by_iban(iban: \"" + customer.iban() + "\", max_items: 10) " + FIELDS + " }")
                    .at("/data/transactions_by_iban");
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0)).isEqualTo(seen);
            assertThat(customer.http()
                            .ask("{ transaction_by_id(id: " + seen.path("id").asInt() + ") " + FIELDS + " }")
                            .at("/data/transaction_by_id"))
                    .isEqualTo(seen);
        }
    }
}
