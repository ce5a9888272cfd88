package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Whether a live system serves a jar. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {
    @TempDir
    private Path directory;

    private Live live;

    @BeforeAll
    void servers(KafkaCluster kafka, SchemaRegistryServer registry) {
        live = new Live(kafka.bootstrapServers(), registry.url());
    }

    @AfterAll
    void close() {
        live.close();
    }

    /** What the plugin's jars hold. */
    private Path jar(String name, String prefix) throws Exception {
        String description = """
                {"format":1,"topology":"t","topics":[
                  {"name":"served","partitions":2,"key":["id"],"subjects":{"served-value":"org.example.Paid"}},
                  {"name":"served_raw","partitions":1}],
                 "environments":{"dev":{"partitions":{"served":3}},"prod":{}},
                 "schemas":{"org.example.Paid":"META-INF/topology/t/schemas/org.example.Paid.avsc"}}""";
        Path jar = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : Map.of(
                            "META-INF/topology/t.json",
                            description,
                            "META-INF/topology/t/schemas/org.example.Paid.avsc",
                            Live.paid())
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    @Test
    void topicsPartitionsAndSchemasThatAreLackingAreFound() throws Exception {
        Path jar = jar("service.jar", "");

        Cli.Ran nothing = live.cli.run("verify", "--jar", jar);
        assertThat(nothing.code()).as(nothing.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(nothing.out())
                .contains("there is no topic served ", "no topic served_raw", "no subject served-value");

        live.create("served", 1, 1, Map.of());
        live.create("served_raw", 1, 1, Map.of());
        live.subjects.register("served-value", Live.paid("tip"));
        live.topic("served");
        live.topic("served_raw");
        Cli.Ran wrong = live.cli.run("verify", "--jar", jar);
        assertThat(wrong.code()).isEqualTo(ExitCode.CHANGES);
        assertThat(wrong.out()).contains("served has 1 partitions, and 2 are counted on", "versions [1], and none");

        live.addPartitions("served", 2);
        live.subjects.register("served-value", Live.paid());
        Cli.Ran right = live.cli.run("verify", "--jar", jar("boot.jar", "BOOT-INF/classes/"));
        assertThat(right.code()).as(right.all()).isZero();
        Cli.Ran prod = live.cli.run("verify", "--jar", jar, "--env", "prod");
        assertThat(prod.code()).as(prod.all()).isZero();
        Cli.Ran dev = live.cli.run("verify", "--jar", jar, "--env", "dev");
        assertThat(dev.code()).as(dev.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(dev.out()).contains("served has 2 partitions, and 3 are counted on");
    }

    @Test
    void anEnvironmentThatTheJarDoesNotHaveAndAFileBesideAJarAreRefused() throws Exception {
        Path jar = jar("environments.jar", "");
        Cli.Ran unknown = live.cli.run("verify", "--jar", jar, "--env", "prd");
        assertThat(unknown.code()).as(unknown.all()).isEqualTo(ExitCode.ERROR);
        assertThat(unknown.err()).contains("has no environment 'prd'; it has dev, prod");
        Cli.Ran both = live.cli.run("verify", "--jar", jar, "-f", "topology.yaml");
        assertThat(both.code()).as(both.all()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("give --jar or --file, not both");
    }

    @Test
    void aJarWithoutATopologyIsOneLine() throws Exception {
        Path jar = directory.resolve("other.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("x"));
        }
        Cli.Ran ran = live.cli.run("verify", "--jar", jar);
        assertThat(ran.code()).isEqualTo(ExitCode.ERROR);
        assertThat(ran.err()).contains("holds no topology");
    }
}
