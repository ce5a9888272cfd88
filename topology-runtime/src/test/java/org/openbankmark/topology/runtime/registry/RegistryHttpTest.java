package org.openbankmark.topology.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbankmark.topology.runtime.registry.FaultyRegistry.answer;

import java.io.OutputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.settings.Settings;

/** Faults of registries, and how the client takes them. */
@Timeout(60)
class RegistryHttpTest {
    private static final String FOUND = "{\"subject\":\"s\",\"version\":1,\"id\":42}";

    private static HttpSchemaRegistry registry(String url, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("schema.registry.url", url);
        settings.put("schema.registry.retries.wait.ms", "1");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return HttpSchemaRegistry.open(Settings.of(settings));
    }

    @Test
    void looksTheNeutralSchemaUpFirstAndAsksOnce() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(200, FOUND))) {
            HttpSchemaRegistry registry = registry(server.url());

            assertThat(registry.idOf("a b/c-value", BalanceChanged.SCHEMA$)).isEqualTo(42);
            assertThat(registry.idOf("a b/c-value", BalanceChanged.SCHEMA$)).isEqualTo(42);
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /subjects/a%20b%2Fc-value {\"schema\":")
                    .doesNotContain("avro.java.string");
        }
    }

    @Test
    void getsItsAnswerThoughTheCommonPoolIsBusy() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Callable<Void>> blocking = Collections.nCopies(ForkJoinPool.getCommonPoolParallelism(), () -> {
            end.await();
            return null;
        });
        try (FaultyRegistry server = new FaultyRegistry(answer(200, FOUND))) {
            blocking.forEach(ForkJoinPool.commonPool()::submit);
            assertThat(registry(server.url()).idOf("s", BalanceChanged.SCHEMA$)).isEqualTo(42);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aSubjectOfAnotherContextIsNotTakenForTheOneThatIsAskedFor() throws Exception {
        String schema = NeutralSchema.of(BalanceChanged.SCHEMA$).toString().replace("\"", "\\\"");
        String elsewhere = FOUND.replace("}", ",\"schema\":\"" + schema + "\"}").replace("\"s\"", "\":.other:s\"");
        try (FaultyRegistry server = new FaultyRegistry(
                answer(200, elsewhere), answer(200, elsewhere), answer(200, "[1]"), answer(200, elsewhere))) {
            assertThatThrownBy(() -> registry(server.url()).idOf("s", BalanceChanged.SCHEMA$))
                    .isInstanceOf(SchemaNotRegisteredException.class);
            assertThat(server.requests()).hasSize(4);
            assertThat(registry(server.url() + "/contexts/.other").idOf("s", BalanceChanged.SCHEMA$))
                    .isEqualTo(42);
        }
    }

    @Test
    void looksTheSchemaUpWithJavasPropertyWhenTheNeutralOneIsNotThere() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(404, "{\"error_code\":40403}"), answer(200, FOUND))) {
            assertThat(registry(server.url()).idOf("s", BalanceChanged.SCHEMA$)).isEqualTo(42);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1)).contains("avro.java.string");
        }
    }

    @Test
    void tellsAnUnknownSubjectFromAnUnknownSchema() throws Exception {
        String none = "{\"error_code\":40401,\"message\":\"none\"}";
        try (FaultyRegistry server = new FaultyRegistry(answer(404, none))) {
            assertThatThrownBy(() -> registry(server.url()).idOf("s", BalanceChanged.SCHEMA$))
                    .isInstanceOf(SchemaNotRegisteredException.class)
                    .hasMessage("the schema registry has no subject s");
        }
        try (FaultyRegistry server = new FaultyRegistry(answer(404, none), answer(404, none), answer(200, "[1,3]"))) {
            assertThatThrownBy(() -> registry(server.url()).idOf("s", BalanceChanged.SCHEMA$))
                    .isInstanceOfSatisfying(SchemaNotRegisteredException.class, e -> assertThat(e.versions())
                            .containsExactly(1, 3))
                    .hasMessageContaining("subject s with versions [1, 3]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"message\":\"no route to the registry\"}"})
    void whatIsNotFoundWithoutAnErrorCodeIsNotMissingFromTheRegistry(String proxys) throws Exception {
        FaultyRegistry.Reply none = answer(404, "{\"error_code\":40403}");
        FaultyRegistry.Reply one = answer(200, "[1]");
        for (FaultyRegistry.Reply[] replies : new FaultyRegistry.Reply[][] {
            {answer(404, proxys)},
            {none, answer(404, proxys)},
            {none, none, answer(404, proxys)},
            {none, none, one, answer(404, proxys)}
        }) {
            try (FaultyRegistry server = new FaultyRegistry(replies)) {
                assertThatThrownBy(() -> registry(server.url()).idOf("s", BalanceChanged.SCHEMA$))
                        .isExactlyInstanceOf(RegistryException.class)
                        .hasMessageContaining("status 404 and no error code when asked for")
                        .hasMessageContaining("subject s");
                assertThat(server.requests()).hasSize(replies.length);
            }
        }
        try (FaultyRegistry server = new FaultyRegistry(answer(404, proxys))) {
            assertThatThrownBy(() -> registry(server.url()).schemaOf(7))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("schema id 7: is it a schema registry?");
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429"})
    void asksAgainAfterErrorsOfTheRegistrys(int status) throws Exception {
        try (FaultyRegistry server =
                new FaultyRegistry(answer(status, "busy"), answer(status, ""), answer(200, FOUND))) {
            assertThat(registry(server.url()).idOf("s", BalanceChanged.SCHEMA$)).isEqualTo(42);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void givesUpAfterTheRetriesOfTheSettings() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(503, ""))) {
            assertThatThrownBy(() -> registry(server.url(), "max.retries", "2").idOf("s", BalanceChanged.SCHEMA$))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessage("the schema registry at " + server.url() + "/subjects/s answered with status 503");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void takesTheNextAddressWhenOneIsDownAndStaysThere() throws Exception {
        int closed = closedPort();
        try (FaultyRegistry server =
                new FaultyRegistry(answer(200, FOUND), answer(200, "{\"schema\":\"\\\"int\\\"\"}"))) {
            HttpSchemaRegistry registry =
                    registry("http://127.0.0.1:" + closed + ", " + server.url() + "/", "max.retries", "0");

            assertThat(registry.idOf("s", BalanceChanged.SCHEMA$)).isEqualTo(42);
            assertThat(registry.schemaOf(5)).isEqualTo(Schema.create(Schema.Type.INT));
        }
    }

    @Test
    void aRegistryThatIsDownIsSaidToBeSo() throws Exception {
        String url = "http://127.0.0.1:" + closedPort();

        assertThatThrownBy(() -> registry(url).schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(
                        "the schema registry at " + url + "/schemas/ids/1 cannot be reached: connection refused");
    }

    @Test
    void aSilentRegistryIsWaitedForNoLongerThanTheTimeOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> registry(
                                    "http://127.0.0.1:" + silent.getLocalPort(),
                                    "schema.registry.http.read.timeout.ms",
                                    "200",
                                    "max.retries",
                                    "1")
                            .schemaOf(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("did not answer within 200 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(20));
        }
    }

    @Test
    void aBodyThatDripsIsNotWaitedForEither() throws Exception {
        FaultyRegistry.Reply drip = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('{');
            body.flush();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        };
        try (FaultyRegistry server = new FaultyRegistry(drip)) {
            assertThatThrownBy(() -> registry(server.url(), "http.read.timeout.ms", "300", "max.retries", "0")
                            .schemaOf(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("did not answer within 300 ms");
        }
    }

    @Test
    void anEndlessBodyIsCutOff() throws Exception {
        FaultyRegistry.Reply endless = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(megabyte);
            }
        };
        try (FaultyRegistry server = new FaultyRegistry(endless)) {
            assertThatThrownBy(() -> registry(server.url()).schemaOf(1))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("sent an answer of more than 16777216 bytes");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void redirectsAreNotFollowedSoThatCredentialsStayHere() throws Exception {
        try (FaultyRegistry other = new FaultyRegistry(answer(200, FOUND))) {
            FaultyRegistry.Reply redirect = exchange -> {
                exchange.getResponseHeaders().set("Location", other.url() + "/subjects/s");
                exchange.sendResponseHeaders(307, -1);
            };
            try (FaultyRegistry server = new FaultyRegistry(redirect)) {
                assertThatThrownBy(() -> registry(server.url(), "basic.auth.user.info", "u:p")
                                .idOf("s", BalanceChanged.SCHEMA$))
                        .isExactlyInstanceOf(RegistryException.class)
                        .hasMessageContaining("redirected (status 307)");
                assertThat(other.requests()).isEmpty();
            }
        }
    }

    @Test
    void wrongCredentialsAreNotTriedAgainAndNotShown() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(401, "{\"error_code\":401,\"message\":\"no\"}"))) {
            String url = server.url().replace("http://", "http://me:pa55word@");
            assertThatThrownBy(() -> registry(url).idOf("s", BalanceChanged.SCHEMA$))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("refused the client's credentials (status 401)")
                    .hasMessageNotContaining("pa55word");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basic.auth.user.info | u:p | Basic dTpw",
                "schema.registry.basic.auth.user.info | u:p | Basic dTpw",
                "bearer.auth.token | abc | Bearer abc",
            })
    void sendsTheCredentialsOfTheSettings(String name, String value, String header) throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(200, FOUND))) {
            registry(server.url(), name, value).idOf("s", BalanceChanged.SCHEMA$);
            assertThat(server.authorizations()).containsExactly(header);
        }
    }

    @Test
    void sendsTheUserOfTheUrlAndThatOfSasl() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(200, FOUND))) {
            registry(server.url().replace("http://", "http://u:p%40+x@")).idOf("s", BalanceChanged.SCHEMA$);
            registry(
                            server.url(),
                            "basic.auth.credentials.source",
                            "SASL_INHERIT",
                            "sasl.jaas.config",
                            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"p\";")
                    .idOf("s", BalanceChanged.SCHEMA$);

            assertThat(server.authorizations()).containsExactly("Basic dTpwQCt4", "Basic dTpw");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema.registry.url | not a url | contains what is not a URL",
                "schema.registry.url | ftp://me:pa55@host | must be like http://host:8081",
                "schema.registry.url | , | names no address",
                "max.retries | many | max.retries must be a whole number from 0, not many",
                "max.retries | -1 | max.retries must be a whole number from 0, not -1",
                "basic.auth.credentials.source | USER_INFO | basic.auth.user.info is missing",
                "basic.auth.credentials.source | SASL_INHERIT | sasl.jaas.config is missing",
                "basic.auth.credentials.source | VAULT | must be URL, USER_INFO or SASL_INHERIT",
                "bearer.auth.credentials.source | OAUTHBEARER | must be STATIC_TOKEN",
                "bearer.auth.token | pa55 word | character that no token has",
                "schema.registry.ssl.truststore.location | /none.p12 | ssl.* cannot be used",
                "schema.registry.ssl.endpoint.identification.algorithm | none | host name is always checked",
            })
    void wrongSettingsAreNamed(String name, String value, String message) {
        assertThatThrownBy(() -> registry("http://localhost:1", name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("pa55");
    }

    @Test
    void anAnswerThatIsNoJsonIsNotARegistry() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(200, "<html>"))) {
            assertThatThrownBy(() -> registry(server.url()).schemaOf(1))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("is it a schema registry?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"message\":\"maintenance\"}", "{\"schema\":{\"type\":\"int\"}}"})
    void anAnswerWithoutASchemaIsNotARegistrysWordThatASchemaIsBad(String gateways) throws Exception {
        FaultyRegistry.Reply refers = answer(
                200,
                "{\"schema\":\"\\\"other\\\"\",\"references\":[{\"name\":\"other\",\"subject\":\"o\",\"version\":3}]}");
        try (FaultyRegistry server = new FaultyRegistry(answer(200, gateways), refers, answer(200, gateways))) {
            HttpSchemaRegistry registry = registry(server.url());
            assertThatThrownBy(() -> registry.schemaOf(7))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("without a schema when asked for schema id 7: is it a schema registry?");
            assertThatThrownBy(() -> registry.schemaOf(8))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("without a schema when asked for a referenced schema, subject o/versions/3");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void schemasThatAreNotAvroAreUnknown() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(
                answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}"),
                answer(200, "{\"schema\":\"{\\\"type\\\":\\\"nothing\\\"}\"}"),
                answer(404, "{\"error_code\":40403}"))) {
            HttpSchemaRegistry registry = registry(server.url());
            assertThatThrownBy(() -> registry.schemaOf(1))
                    .isInstanceOf(UnknownSchemaIdException.class)
                    .hasMessageContaining("it is of type PROTOBUF");
            assertThatThrownBy(() -> registry.schemaOf(1))
                    .isInstanceOf(UnknownSchemaIdException.class)
                    .hasMessageContaining("it is not valid Avro");
            assertThatThrownBy(() -> registry.schemaOf(1))
                    .isInstanceOf(UnknownSchemaIdException.class)
                    .hasMessage("the schema registry has no schema with id 1");
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        try (FaultyRegistry server = new FaultyRegistry(answer(200, FOUND))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> registry(server.url()).schemaOf(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
