package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.Endpoint;
import org.openbankmark.bank.graphql.bank.RunningBank;
import org.openbankmark.bank.graphql.client.Answers;
import org.openbankmark.bank.graphql.client.Customer;
import org.openbankmark.bank.graphql.client.GraphQlHttp;
import org.openbankmark.bank.graphql.client.GraphQlSocket;
import org.openbankmark.bank.graphql.client.Patience;

/** What other sites' pages cannot do with a browser that is logged in, and what the pages themselves may do. */
@ExtendWith(BankExtension.class)
class BrowserRulesTest {

    @Test
    void aWebSocketFromAnotherSiteIsRefused(RunningBank bank) throws Exception {
        Customer customer = Customer.open(bank.endpoint());
        Map<String, String> cookie =
                Map.of("Cookie", "bank_session=" + customer.http().session());
        assertThatThrownBy(() -> GraphQlSocket.open(
                        bank.endpoint().webSocket(),
                        Map.of("Origin", "https://evil.example", "Cookie", cookie.get("Cookie"))))
                .rootCause()
                .hasMessageContaining("403");
        String stream = "subscription { stream_transactions(iban: \"" + customer.iban() + "\", after_id: 0) { id } }";
        try (GraphQlSocket own = GraphQlSocket.connect(
                bank.endpoint().webSocket(),
                Map.of("Origin", bank.endpoint().at("").toString(), "Cookie", cookie.get("Cookie")),
                Map.of())) {
            Customer.deposit(own, 500, customer.iban());
            assertThat(own.subscribe(stream)
                            .data()
                            .at("/stream_transactions/id")
                            .asInt())
                    .isPositive();
        }
    }

    @Test
    void aPostFromAnotherSiteOrOfAFormIsRefused(RunningBank bank) throws Exception {
        String body = "{\"query\": \"mutation { logout }\"}";
        for (Map<String, String> headers : List.of(
                Map.of("Origin", "https://evil.example", "Content-Type", "application/json"),
                Map.of("Origin", "null", "Content-Type", "application/json"),
                Map.of("Sec-Fetch-Site", "cross-site", "Content-Type", "application/json"))) {
            assertThat(post(bank.endpoint().http(), headers, body).statusCode())
                    .as(headers.toString())
                    .isEqualTo(403);
        }
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            assertThat(post(bank.endpoint().http(), Map.of("Content-Type", type), body)
                            .statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(get(bank.endpoint().at("/graphql?query=%7Bme%7Busername%7D%7D"))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void theCookieIsForNoScriptAndNoOtherSite(RunningBank bank) throws Exception {
        HttpResponse<String> login = new GraphQlHttp(bank.endpoint().http())
                .send("{\"query\": \"mutation { login(username: \\\"cookie-" + UUID.randomUUID()
                        + "\\\", password: \\\"12345678\\\") { reason } }\"}");
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("bank_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
    }

    @Test
    void pagesRunNoInlineScriptAndAreNotFramed(RunningBank bank) throws Exception {
        for (String page : List.of("/", "/employee", "/client", "/background", "/graphiql", "/nothing")) {
            HttpResponse<String> response = get(bank.endpoint().at(page));
            assertThat(response.statusCode()).as(page).isEqualTo(page.equals("/nothing") ? 404 : 200);
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.body()).as(page).doesNotContainPattern("<script(?![^>]*src=)");
        }
        assertThat(get(bank.endpoint().at("/graphiql/graphiql.min.js")).statusCode())
                .isEqualTo(200);
        assertThat(get(bank.endpoint().at("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(get(bank.endpoint().at("/actuator/prometheus")).body())
                .contains("bank_subscribers", "topology_consumer_lag", "service=\"graphql-endpoint\"");
    }

    @Test
    void introspectionAndGraphiQlCanBeTurnedOffAndFloodsAreLimited(RunningBank bank) throws Exception {
        try (Endpoint closed = bank.another(Map.of(
                "BANK_GRAPHQL_INTROSPECTION", "false",
                "BANK_GRAPHQL_GRAPHIQL", "false",
                "BANK_GRAPHQL_CONNECTIONS_PER_ADDRESS", "3",
                "BANK_GRAPHQL_SUBSCRIPTIONS_PER_CONNECTION", "2",
                "BANK_GRAPHQL_SUBSCRIPTIONS_PER_ADDRESS", "3",
                "BANK_GRAPHQL_BODY", "1s",
                "LOG_FORMAT", "json"))) {
            assertThat(get(closed.at("/graphiql")).statusCode()).isEqualTo(404);
            assertThat(get(closed.at("/graphiql/index.html")).statusCode()).isEqualTo(404);
            assertThat(new GraphQlHttp(closed.http())
                            .ask("{ __schema { types { name } } }")
                            .path("errors"))
                    .isNotEmpty();
            assertThat(new GraphQlHttp(closed.http()).ask("{ me { usernam } }").toString())
                    .as("no hint at what there is")
                    .doesNotContain("Did you mean");
            plainPostsTakeNoPlaces(closed);
            assertThat(statusOfBodyThatTrickles(closed.port())).startsWith("HTTP/1.1 408");
            try (GraphQlSocket first = GraphQlSocket.connect(closed.webSocket());
                    GraphQlSocket second = GraphQlSocket.connect(closed.webSocket());
                    GraphQlSocket third = GraphQlSocket.connect(closed.webSocket());
                    GraphQlSocket tooMany = GraphQlSocket.connect(closed.webSocket())) {
                assertThat(tooMany.closeCode()).isEqualTo(1013);
                assertThat(second.isClosed() || third.isClosed()).isFalse();
                String figures = "subscription { bank_figures { accounts } }";
                first.subscribe(figures).data();
                first.subscribe(figures).data();
                assertThat(first.subscribe(figures).errorCode()).isEqualTo("TOO_MANY");
                Answers running = third.subscribe(figures);
                running.data();
                assertThat(second.subscribe(figures).errorCode()).isEqualTo("TOO_MANY");
                third.close();
                Patience.until("its subscription's place is free", () -> {
                    Answers answers = second.subscribe(figures);
                    return answers.message().path("type").asText().equals("next");
                });
                Patience.until("the place of the closed connection is free", () -> {
                    try (GraphQlSocket next = GraphQlSocket.connect(closed.webSocket())) {
                        return !next.isClosed();
                    }
                });
            }
            assertThat(closed.log()).contains("{\"time\":");
        }
    }

    private static String statusOfBodyThatTrickles(int port) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            Patience.until("an answer", () -> {
                if (answer.ready()) {
                    return true;
                }
                out.write(' ');
                return false;
            });
            String status = answer.readLine();
            Patience.until("the rest of the body is waited for no more", () -> {
                try {
                    out.write(' ');
                    return false;
                } catch (IOException closed) {
                    return true;
                }
            });
            return status;
        }
    }

    /** Where three places are all there are: each of these would keep one for ever if it took it before it is subscribed to. */
    private static void plainPostsTakeNoPlaces(Endpoint endpoint) throws Exception {
        String transfer = "subscription { money_transfer(uuid: \"x\", token: \"x\", amount: 1, from: \"x\", to: \"x\","
                + " descr: \"x\") { reason } }";
        GraphQlHttp stranger = new GraphQlHttp(endpoint.http());
        for (int i = 0; i < 5; i++) {
            JsonNode error = stranger.ask(transfer).at("/errors/0");
            assertThat(error.at("/extensions/code").asText()).isEqualTo("INVALID_INPUT");
            assertThat(error.path("message").asText()).contains("WebSocket", "text/event-stream");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.events(transfer)).anyMatch(line -> line.contains("uuid is invalid"));
        }
    }

    private static HttpResponse<String> post(URI uri, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
