package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Whatever is wrong: one clear line, the right exit code, no stack trace, no secret. */
@RealServers
class ErrorsTest {
    private static final String SECRET = "hunter2-very-secret";

    @TempDir
    private Path directory;

    private Path file() {
        return new Yaml(directory).file("errors.yaml", "errors: { type: Paid }");
    }

    private static void oneLine(Cli.Ran ran, int code, String... contains) {
        assertThat(ran.code()).as(ran.all()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().strip().lines()).as(ran.err()).hasSize(1);
        assertThat(ran.err()).startsWith("sync-cli: ").contains(contains).doesNotContain("Exception", "\tat ", SECRET);
    }

    @Test
    void wrongHosts(SchemaRegistryServer registry) {
        oneLine(
                Cli.of("localhost:1", registry.url()).run("plan", "-f", file(), "--timeout", "2s"),
                ExitCode.ERROR,
                "no Kafka broker answered at localhost:1");
        oneLine(
                Cli.of("no-such-host.invalid:9092", registry.url()).run("plan", "-f", file(), "--timeout", "2s"),
                ExitCode.ERROR,
                "no-such-host.invalid");
    }

    @Test
    void aRegistryThatIsNotThere(KafkaCluster kafka) {
        oneLine(
                Cli.of(kafka.bootstrapServers(), "http://user:" + SECRET + "@127.0.0.1:1")
                        .run("plan", "-f", file()),
                ExitCode.ERROR,
                "schema registry",
                "cannot be reached");
    }

    @Test
    void aServerThatTakesTheConnectionAndNeverAnswersEndsByTheTimeLimit(SchemaRegistryServer registry)
            throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            oneLine(
                    Cli.of("127.0.0.1:" + silent.getLocalPort(), registry.url())
                            .run("plan", "-f", file(), "--timeout", "2s"),
                    ExitCode.ERROR,
                    "no Kafka broker answered");
            assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
        }
    }

    @Test
    void aRegistryThatNeverAnswersEndsByTheTimeLimit(KafkaCluster kafka) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            oneLine(
                    Cli.of(kafka.bootstrapServers(), "http://127.0.0.1:" + silent.getLocalPort())
                            .run("plan", "-f", file(), "--timeout", "2s"),
                    ExitCode.ERROR,
                    "the schema registry's answers did not come within the time limit of 2s",
                    "--timeout");
            assertThat(System.nanoTime() - start).isLessThan(6_000_000_000L);
        }
    }

    @Test
    void filesThatCannotBeReadAndOptionsThatDoNotExist() {
        Cli cli = Cli.of("localhost:1", "http://localhost:1");
        oneLine(
                cli.run("plan", "-f", "nowhere.yaml"),
                ExitCode.USAGE,
                "cannot read 'nowhere.yaml': no such file",
                "check");
        oneLine(cli.run("plan", "-f", file(), "--command-config", "nowhere"), ExitCode.USAGE, "nowhere");
        oneLine(cli.run("plan", "--fail-on-change"), ExitCode.USAGE, "--fail-on-change", "plan --help");
        oneLine(cli.run("paln"), ExitCode.USAGE, "there is no command 'paln'; did you mean 'plan'?");
        oneLine(
                cli.run("verify", "--jar", "nowhere.jar"),
                ExitCode.ERROR,
                "nowhere.jar cannot be read: there is no such");
        oneLine(cli.run("plan", "--timeout", "soon"), ExitCode.USAGE, "soon");
        oneLine(cli.run("apply", "nowhere.json"), ExitCode.USAGE, "nowhere.json");
        oneLine(new Cli(Map.of()).run("plan", "-f", file()), ExitCode.USAGE, "KAFKA_BROKERS");
        oneLine(
                new Cli(Map.of("KAFKA_BROKERS", "localhost:1")).run("plan", "-f", file()),
                ExitCode.USAGE,
                "SCHEMA_REGISTRY_URL");
    }

    @Test
    void optionsThatASavedPlanWouldIgnoreAreRefused() {
        Cli cli = Cli.of("localhost:1", "http://localhost:1");
        String remedy =
                "cannot be given beside the saved plan plan.json, whose own options hold: give them to sync-cli plan";
        oneLine(cli.run("apply", "plan.json", "--no-acls"), ExitCode.USAGE, "--no-acls " + remedy);
        oneLine(
                cli.run("apply", "--max-deletes", "0", "plan.json", "--strict-replicas"),
                ExitCode.USAGE,
                "--max-deletes and --strict-replicas " + remedy);
    }

    @Test
    void allowDeleteTakesOnlyNamesThatAreJoinedToIt() {
        Cli cli = Cli.of("localhost:1", "http://localhost:1");
        oneLine(
                cli.run("apply", "--allow-delete", "plan.json"),
                ExitCode.USAGE,
                "--allow-delete cannot be given beside");
        oneLine(cli.run("plan", "-f", file(), "--allow-delete", "old"), ExitCode.USAGE, "'old'");
        oneLine(
                cli.run("plan", "-f", file(), "--timeout", "1s", "--allow-delete"),
                ExitCode.ERROR,
                "no Kafka broker answered");
    }

    @Test
    void aFileThatIsNoPlan() throws Exception {
        Path plan = Files.writeString(directory.resolve("plan.json"), "{\"format\": \"else\"}");
        oneLine(Cli.of("localhost:1", "http://localhost:1").run("apply", plan), ExitCode.USAGE, "'else'");
    }

    @Test
    void secretsOfTheCommandConfigAreNeverPrinted(KafkaCluster kafka, SchemaRegistryServer registry) throws Exception {
        Path config = Files.writeString(directory.resolve("client.properties"), """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="%1$s"
                ssl.truststore.password=%1$s
                ssl.truststore.location=/nowhere/%1$s.jks
                schema.registry.basic.auth.user.info=u:%1$s
                """.formatted(SECRET));
        Cli.Ran ran = Cli.of(kafka.bootstrapServers(), registry.url())
                .run("plan", "-f", file(), "--command-config", config, "--timeout", "3s");

        assertThat(ran.code()).isEqualTo(ExitCode.ERROR);
        assertThat(ran.all()).doesNotContain(SECRET).doesNotContain("\tat ");
    }
}
