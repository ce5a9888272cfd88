package org.openbankmark.topology.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.runtime.settings.Settings;

/** Over TLS, with a server that shows a certificate of its own and wants the client's. */
class RegistryTlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path directory;

    private HttpsServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        generateKey("server", "-ext", "san=ip:127.0.0.1");
        generateKey("client");
        Certificate server = load("server.p12").getCertificate("server");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", server);
        store(trust, "trust.p12");
        KeyStore own = load("server.p12");
        own.setCertificateEntry("client", load("client.p12").getCertificate("client"));
        store(own, "server.p12");
        Files.writeString(
                directory.resolve("server.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(server.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @BeforeEach
    void start() throws Exception {
        SSLContext context = RegistryTls.from(Settings.of(Map.of(
                        "schema.registry.ssl.keystore.location",
                        path("server.p12"),
                        "schema.registry.ssl.keystore.type",
                        "PKCS12",
                        "schema.registry.ssl.keystore.password",
                        PASSWORD,
                        "schema.registry.ssl.truststore.location",
                        path("server.p12"),
                        "schema.registry.ssl.truststore.type",
                        "PKCS12",
                        "schema.registry.ssl.truststore.password",
                        PASSWORD)))
                .orElseThrow()
                .context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = "{\"schema\":\"\\\"int\\\"\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpSchemaRegistry registry(String... settings) {
        Settings all = Settings.of(Map.of(
                "schema.registry.url",
                "https://127.0.0.1:" + server.getAddress().getPort(),
                "max.retries",
                "0"));
        for (int i = 0; i < settings.length; i += 2) {
            all = all.with("schema.registry.ssl." + settings[i], settings[i + 1]);
        }
        return HttpSchemaRegistry.open(all);
    }

    @Test
    void theTrustAndKeyStoresOfTheSettingsAreUsed() {
        HttpSchemaRegistry registry = registry(
                "truststore.location",
                path("trust.p12"),
                "truststore.type",
                "PKCS12",
                "truststore.password",
                PASSWORD,
                "keystore.location",
                path("client.p12"),
                "keystore.type",
                "PKCS12",
                "keystore.password",
                PASSWORD);

        assertThat(registry.schemaOf(1)).isEqualTo(Schema.create(Schema.Type.INT));
    }

    @Test
    void pemTextIsTakenAsInKafka() throws Exception {
        HttpSchemaRegistry registry = registry(
                "truststore.type",
                "PEM",
                "truststore.certificates",
                Files.readString(directory.resolve("server.pem")),
                "keystore.location",
                path("client.p12"),
                "keystore.type",
                "PKCS12",
                "keystore.password",
                PASSWORD);

        assertThat(registry.schemaOf(1)).isEqualTo(Schema.create(Schema.Type.INT));
    }

    @Test
    void aCertificateThatIsNotTrustedEndsTheTalk() {
        HttpSchemaRegistry registry = registry("protocol", "TLSv1.3");

        assertThatThrownBy(() -> registry.schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("SSLHandshakeException");
    }

    @Test
    void aCertificateOfAnotherHostEndsTheTalk() throws Exception {
        HttpSchemaRegistry registry = HttpSchemaRegistry.open(Settings.of(Map.of(
                "schema.registry.url",
                "https://localhost:" + server.getAddress().getPort(),
                "max.retries",
                "0",
                "schema.registry.ssl.truststore.location",
                path("trust.p12"),
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.password",
                PASSWORD)));

        assertThatThrownBy(() -> registry.schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        assertThatThrownBy(() -> registry(
                        "truststore.location", path("trust.p12"),
                        "truststore.type", "PKCS12",
                        "truststore.password", "wrong-secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trust.p12")
                .hasMessageNotContaining("wrong-secret");
    }

    private static String path(String file) {
        return directory.resolve(file).toString();
    }

    private static KeyStore load(String file) throws Exception {
        return KeyStore.getInstance(directory.resolve(file).toFile(), PASSWORD.toCharArray());
    }

    private static void store(KeyStore keys, String file) throws Exception {
        try (OutputStream out = Files.newOutputStream(directory.resolve(file))) {
            keys.store(out, PASSWORD.toCharArray());
        }
    }

    /** With the JDK's own tool: its classes cannot make certificates. */
    private static void generateKey(String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", name, "-keystore", name + ".p12", "-storetype", "PKCS12", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=" + name, "-storepass", PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
