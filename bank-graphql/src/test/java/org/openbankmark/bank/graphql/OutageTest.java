package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Patience;
import org.openbankmark.bank.graphql.client.Payments;

/** Servers go and come back: what is asked meanwhile fails clearly, what is subscribed goes on, and nothing is missing later. */
@ExtendWith(BankExtension.class)
class OutageTest {
    private static final String STREAM =
            "subscription { stream_transactions(iban: \"" + Iban.COMPANY + "\") { id descr } }";
    private static final String LATEST =
            "{ transactions_by_iban(iban: \"" + Iban.COMPANY + "\", max_items: 1) { id descr } }";

    @Test
    void theDatabaseGoesAndComesBack(RunningBank bank) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Answers stream = socket.subscribe(STREAM);
            bank.servers().postgres().kill();
            try {
                JsonNode failed = new GraphQlHttp(bank.endpoint().http()).ask(LATEST);
                assertThat(failed.at("/errors/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
                assertThat(failed.toString()).doesNotContain("Connection", "SQL", "postgres");
                Patience.until("health tells of it", () -> bank.endpoint().healthStatus() == 503);
            } finally {
                bank.servers().postgres().start();
            }
            bank.endpoint().awaitHealth();
            goesOn(socket, stream, "after the database");
        }
    }

    @Test
    void theBrokerGoesAndComesBack(RunningBank bank) throws Exception {
        try (GraphQlSocket socket = GraphQlSocket.connect(bank.endpoint().webSocket())) {
            Answers stream = socket.subscribe(STREAM);
            bank.servers().kafka().broker(1).kill();
            try {
                JsonNode answered = new GraphQlHttp(bank.endpoint().http()).ask(LATEST);
                assertThat(answered.has("errors")).as("queries need no broker").isFalse();
            } finally {
                bank.servers().kafka().broker(1).start();
            }
            bank.endpoint().awaitHealth();
            goesOn(socket, stream, "after the broker");
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

    /** A deposit is seen by the subscription that was there before. */
    private static void goesOn(GraphQlSocket socket, Answers stream, String description) throws Exception {
        Payments.toCompany(socket, 1, description);
        String seen = "";
        while (!seen.equals(description)) {
            seen = stream.data().at("/stream_transactions/descr").asText();
        }
    }
}
