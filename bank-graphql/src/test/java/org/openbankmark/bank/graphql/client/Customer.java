package org.openbankmark.bank.graphql.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openbankmark.bank.graphql.bank.Endpoint;

/**
 * A customer with an account of its own.
 *
 * @param http logged in
 */
public record Customer(String username, String iban, String token, GraphQlHttp http) {
    public static final String PASSWORD = "correct horse";

    private static final String TRANSFER = """
            subscription($uuid: String!, $token: String!, $amount: Int!, $from: String!, $to: String!, $descr: String!) {
              money_transfer(uuid: $uuid, token: $token, amount: $amount, from: $from, to: $to, descr: $descr) {
                uuid success reason } }""";

    /** Opens an account under a new name. */
    public static Customer open(Endpoint endpoint) throws Exception {
        String username = "customer-" + UUID.randomUUID();
        GraphQlHttp http = new GraphQlHttp(endpoint.http());
        JsonNode login = logIn(http, username);
        if (!login.path("reason").isNull()) {
            throw new AssertionError("no account: " + login);
        }
        return new Customer(
                username,
                login.at("/viewer/iban").asText(),
                login.at("/viewer/token").asText(),
                http);
    }

    /** Logs in once more, elsewhere; why not, or a JSON null. */
    public JsonNode logInAgain(Endpoint endpoint) throws Exception {
        return logIn(new GraphQlHttp(endpoint.http()), username).path("reason");
    }

    private static JsonNode logIn(GraphQlHttp http, String username) throws Exception {
        return http.ask(
                        "mutation($u: String!, $p: String!) { login(username: $u, password: $p) {"
                                + " reason viewer { username iban token employee } } }",
                        Map.of("u", username, "p", PASSWORD))
                .at("/data/login");
    }

    /** Moves money with a fresh id; the result. */
    public static JsonNode transfer(
            GraphQlSocket socket, String token, int cents, String from, String to, String description)
            throws Exception {
        return transfer(socket, UUID.randomUUID().toString(), token, cents, from, to, description);
    }

    public static JsonNode transfer(
            GraphQlSocket socket, String uuid, String token, int cents, String from, String to, String description)
            throws Exception {
        return transferring(socket, uuid, token, cents, from, to, description)
                .data()
                .get("money_transfer");
    }

    public static Answers transferring(
            GraphQlSocket socket, String uuid, String token, int cents, String from, String to, String description)
            throws Exception {
        Map<String, Object> variables = new HashMap<>();
        variables.put("uuid", uuid);
        variables.put("token", token);
        variables.put("amount", cents);
        variables.put("from", from);
        variables.put("to", to);
        variables.put("descr", description);
        return socket.subscribe(TRANSFER, variables);
    }

    /** Puts cash into an account. */
    public static void deposit(GraphQlSocket socket, int cents, String iban) throws Exception {
        JsonNode result = transfer(socket, "cash", cents, "cash", iban, "deposit");
        if (!result.path("success").asBoolean()) {
            throw new AssertionError("no deposit: " + result);
        }
    }
}
