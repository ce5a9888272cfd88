package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** What -o json prints is what the published schema says. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonOutputTest {
    @TempDir
    private Path directory;

    private Live live;
    private final OutputSchema schema = new OutputSchema();

    @BeforeAll
    void servers(KafkaCluster kafka, SchemaRegistryServer registry) {
        live = new Live(kafka.bootstrapServers(), registry.url());
    }

    @AfterAll
    void close() {
        live.close();
    }

    @Test
    void plansResultsValidationsAndVerificationsAreAsPublished() throws Exception {
        Yaml yaml = new Yaml(directory);
        Path one = yaml.file("json1.yaml", "json_a: { type: Paid, key: id }\njson_gone: { type: Paid }");
        assertThat(schema.valid(live.cli.run("validate", "-f", one, "-o", "json")))
                .contains("\"valid\" : true");
        assertThat(schema.valid(live.cli.run("verify", "-f", one, "-o", "json")))
                .contains("topic-missing");
        assertThat(schema.valid(live.cli.run("apply", "-f", one, "-o", "json"))).contains("\"complete\" : true");
        live.subjects.register("json_a-value", Live.paid("tip"));
        live.create("json_foreign", 1, 1, Map.of());

        Path two = yaml.file(
                "json2.yaml",
                "json_a: { type: Paid, key: id, partitions: 2, config: { retention.ms: 1000 }, compatibility: FULL }");
        assertThat(schema.valid(live.cli.run(
                        "plan", "-f", two, "-o", "json", "--allow-delete=json_gone*", "--allow-repartition")))
                .contains("\"kind\" : \"delete-topic\"")
                .contains("\"kind\" : \"alter-config\"")
                .contains("\"kind\" : \"add-partitions\"")
                .contains("json_foreign");
        Cli.Ran refused = live.cli.run("apply", "-f", two, "-o", "json");
        assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
        assertThat(schema.valid(refused)).contains("keys-move").contains("\"complete\" : false");
        Path wrong =
                yaml.write("wrong.yaml", "topology: x\nnamespace: a.b\nrecords: { A: { f: strin } }\ntopics: {}\n");
        Cli.Ran invalid = live.cli.run("validate", "-f", wrong, "-o", "json");
        assertThat(invalid.code()).isEqualTo(ExitCode.USAGE);
        assertThat(schema.valid(invalid)).contains("\"valid\" : false");
    }
}
