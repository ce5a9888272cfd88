package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Brokers over TLS, and a registry over TLS that wants credentials, by the usual settings. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final String PASSWORD = "changeit-tls";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("deployer:pa55".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path directory;

    private KafkaCluster kafka;
    private String tls;
    private String registry;
    private SSLContext keys;
    private Path file;

    @BeforeAll
    void servers(SchemaRegistryServer server) throws Exception {
        registry = server.url();
        file = new Yaml(directory).file("tls.yaml", "tls: { type: Paid }");
        makeKeys();
        List<Integer> ports = Ports.free(3);
        String plain = "PLAINTEXT://127.0.0.1:" + ports.get(0);
        tls = "127.0.0.1:" + ports.get(1);
        kafka = KafkaCluster.start(KafkaOptions.defaults()
                .withPorts(ports.get(0))
                .withProperty("listeners", plain + ",SSL://" + tls + ",CONTROLLER://127.0.0.1:" + ports.get(2))
                .withProperty("advertised.listeners", plain + ",SSL://" + tls)
                .withProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL")
                .withProperty("controller.quorum.voters", "1@127.0.0.1:" + ports.get(2))
                .withProperty("ssl.keystore.type", "PKCS12")
                .withProperty("ssl.keystore.location", path("server.p12"))
                .withProperty("ssl.keystore.password", PASSWORD));
    }

    @AfterAll
    void close() {
        kafka.close();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    /** With the JDK's own tool: its classes cannot make certificates. */
    private void makeKeys() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keystore",
                        path("server.p12"),
                        "-storetype",
                        "PKCS12",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=server",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        KeyStore own = KeyStore.getInstance(directory.resolve("server.p12").toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, PASSWORD.toCharArray());
        keys = SSLContext.getInstance("TLS");
        keys.init(managers.getKeyManagers(), null, null);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", own.getCertificate("server"));
        try (OutputStream out = Files.newOutputStream(directory.resolve("trust.p12"))) {
            trust.store(out, PASSWORD.toCharArray());
        }
    }

    private Path config(String name, String registryLogin) throws Exception {
        return Files.writeString(directory.resolve(name), """
                security.protocol=SSL
                ssl.truststore.type=PKCS12
                ssl.truststore.location=%1$s
                ssl.truststore.password=%2$s
                schema.registry.ssl.truststore.type=PKCS12
                schema.registry.ssl.truststore.location=%1$s
                schema.registry.ssl.truststore.password=%2$s
                %3$s
                """.formatted(path("trust.p12"), PASSWORD, registryLogin));
    }

    @Test
    void bothServersOverTlsWithBasicAuthentication() throws Exception {
        try (RegistryProxy guarded = RegistryProxy.guarded(registry, keys, BASIC)) {
            Path config = config("basic", "schema.registry.basic.auth.user.info=deployer:pa55");
            Cli cli = Cli.of(tls, guarded.url());
            Cli.Ran apply = cli.run("apply", "-f", file, "--command-config", config);
            assertThat(apply.code()).as(apply.all()).isZero();
            Cli.Ran plan = cli.run("plan", "-f", file, "--command-config", config, "--fail-on-changes");
            assertThat(plan.code()).as(plan.all()).isZero();
        }
    }

    @Test
    void aBearerTokenIsSentAndAWrongOneRefusedInOneLine() throws Exception {
        try (RegistryProxy guarded = RegistryProxy.guarded(registry, keys, "Bearer right-token")) {
            Cli cli = Cli.of(tls, guarded.url());
            Path right = config("bearer", "schema.registry.bearer.auth.token=right-token");
            assertThat(cli.run("plan", "-f", file, "--command-config", right).code())
                    .isZero();
            Path wrong = config("wrong", "schema.registry.bearer.auth.token=wrong-token");
            refused(cli.run("plan", "-f", file, "--command-config", wrong), "refused the client's credentials");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsOneLine() throws Exception {
        Path config = Files.writeString(directory.resolve("untrusting"), "security.protocol=SSL\n");
        refused(
                Cli.of(tls, registry).run("plan", "-f", file, "--command-config", config, "--timeout", "5s"),
                "Kafka at " + tls);
        Path trusting = config("trusting", "");
        try (RegistryProxy guarded = RegistryProxy.guarded(registry, keys, "")) {
            Cli plain =
                    new Cli(Map.of("KAFKA_BROKERS", kafka.bootstrapServers(), "SCHEMA_REGISTRY_URL", guarded.url()));
            refused(plain.run("plan", "-f", file, "--timeout", "5s"), "schema registry");
            assertThat(Cli.of(tls, guarded.url())
                            .run("plan", "-f", file, "--command-config", trusting)
                            .code())
                    .isZero();
        }
    }

    private static void refused(Cli.Ran ran, String message) {
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.ERROR);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().strip().lines()).as(ran.err()).hasSize(1);
        assertThat(ran.err()).contains(message).doesNotContain(PASSWORD, "wrong-token", "\tat ");
    }
}
