package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Nothing that a process writes repeats a secret that it was given: output, messages, logs of --verbose, saved plans. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
    private static final List<String> SECRETS = List.of(
            "sasl-hunter2", "registry-hunter3", "bearer-hunter4", "keystore-hunter5", "key-hunter6", "trust-hunter7");

    @TempDir
    private static Path directory;

    private String brokers;
    private String registry;
    private Path file;

    @BeforeAll
    void servers(KafkaCluster kafka, SchemaRegistryServer server) {
        brokers = kafka.bootstrapServers();
        registry = server.url();
        file = new Yaml(directory).file("secrets.yaml", "secrets: { type: Paid }");
    }

    /** Settings with all secrets; the protocol decides which are used. */
    private Path config(String name, String protocol, String registryLogin) throws IOException {
        return Files.writeString(directory.resolve(name), """
                security.protocol=%s
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="sasl-hunter2";
                ssl.keystore.password=keystore-hunter5
                ssl.key.password=key-hunter6
                ssl.truststore.password=trust-hunter7
                %s
                """.formatted(protocol, registryLogin));
    }

    private Stream<List<String>> commandLines() throws IOException {
        String basic = config("basic", "PLAINTEXT", "schema.registry.basic.auth.user.info=u:registry-hunter3")
                .toString();
        String bearer = config("bearer", "PLAINTEXT", "schema.registry.bearer.auth.token=bearer-hunter4")
                .toString();
        String sasl = config("sasl", "SASL_PLAINTEXT", "").toString();
        String tls = config(
                        "tls",
                        "SASL_SSL",
                        "schema.registry.ssl.key.password=key-hunter6\n"
                                + "schema.registry.ssl.truststore.location=/nowhere/trust.jks\n"
                                + "schema.registry.ssl.truststore.password=trust-hunter7")
                .toString();
        String saved = directory.resolve("plan.json").toString();
        String inUrl = registry.replace("http://", "http://u:registry-hunter3@");
        return Stream.of(
                List.of("plan", "--command-config", basic, "--out", saved, "-o", "json"),
                List.of("plan", "--command-config", bearer),
                List.of("plan", "-r", inUrl, "--out", saved + "2"),
                List.of("plan", "--command-config", sasl, "--timeout", "3s"),
                List.of("plan", "--command-config", tls, "--timeout", "3s"),
                List.of("plan", "-r", "http://u:registry-hunter3@127.0.0.1:1", "--timeout", "3s"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void areNotRepeated(List<String> line) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(line);
        command.addAll(List.of("-f", file.toString(), "--verbose"));
        Path output = directory.resolve("output");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().put("KAFKA_BROKERS", brokers);
        process.environment().put("SCHEMA_REGISTRY_URL", registry);
        int code = process.start().waitFor();

        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(code).as(said).isIn(ExitCode.DONE, ExitCode.ERROR, ExitCode.USAGE);
        assertThat(said).isNotBlank();
        List<String> all = new ArrayList<>(List.of(said));
        try (Stream<Path> plans = Files.list(directory)) {
            for (Path plan : plans.filter(each -> each.getFileName().toString().startsWith("plan."))
                    .toList()) {
                all.add(Files.readString(plan));
            }
        }
        for (String secret : SECRETS) {
            assertThat(all).as(said).noneMatch(text -> text.contains(secret));
        }
    }
}
