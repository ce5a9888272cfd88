package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.model.Compatibility;

/** A cluster made by other tools becomes a file; and what a file needs is looked for in a cluster. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    @TempDir
    private Path directory;

    private Live live;

    @BeforeAll
    void servers(@Own KafkaCluster kafka, @Own SchemaRegistryServer registry) {
        live = new Live(kafka.bootstrapServers(), registry.url());
    }

    @AfterAll
    void close() {
        live.close();
    }

    @Test
    void theExportedFileValidatesAndItsPlanOnThatClusterIsEmpty() throws Exception {
        live.create("orders", 3, 1, Map.of("retention.ms", "123456", "cleanup.policy", "delete"));
        live.create("plain.text", 2, 1, Map.of());
        live.create("compacted", 2, 1, Map.of("cleanup.policy", "compact"));
        live.create("events", 1, 1, Map.of());
        live.subjects.register("orders-value", Live.paid("tip"));
        live.subjects.setLevel("orders-value", Compatibility.FULL_TRANSITIVE);
        live.subjects.register("events-org.example.Moved", """
                {"type":"record","name":"Moved","namespace":"org.example","doc":"It's \\"here\\"","fields":[
                  {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
                  {"name":"to","type":{"type":"record","name":"Place","fields":[
                    {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["HOME","WORK"]}},
                    {"name":"next","type":["null","Place"],"default":null}]}},
                  {"name":"from","type":["null","Place"],"default":null}]}""");
        live.subjects.register("events-org.example.Paid", Live.paid("tip"));
        // What other tools leave behind: odd names, other formats, references, subjects without a topic.
        live.create("Orders.v1-EU_west", 2, 1, Map.of("retention.bytes", "-1"));
        live.subjects.register("Orders.v1-EU_west-value", Live.paid("tip"));
        live.create("007", 1, 1, Map.of());
        live.subjects.register("007-value", Live.paid("tip"));
        live.create("orders_v1-eu_west", 1, 1, Map.of());
        live.subjects.register("orders_v1-eu_west-value", Live.paid("tip"));
        live.create("as-json", 1, 1, Map.of());
        live.registerOther(
                "as-json-value",
                "JSON",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}");
        live.create("as-protobuf", 1, 1, Map.of());
        live.registerOther("as-protobuf-value", "PROTOBUF", "syntax = \"proto3\"; message A { string x = 1; }");
        live.create("plain-string", 1, 1, Map.of());
        live.subjects.register("plain-string-value", "\"string\"");
        live.subjects.register("shared-kind", """
                {"type":"enum","name":"Currency","namespace":"org.example","symbols":["EUR","USD"]}""");
        live.create("referring", 1, 1, Map.of());
        live.registerReferring("referring-value", """
                {"type":"record","name":"Price","namespace":"org.example","fields":[
                  {"name":"cents","type":"long"},{"name":"currency","type":"org.example.Currency"}]}""", "org.example.Currency", "shared-kind", 1);
        live.subjects.register("orphan-value", Live.paid());
        // As avro-maven-plugin's classes register it with stringType=String.
        live.create("for-java", 1, 1, Map.of());
        live.subjects.register("for-java-value", """
                {"type":"record","name":"Labelled","namespace":"org.example","fields":[
                  {"name":"id","type":{"type":"string","avro.java.string":"String"}},
                  {"name":"labels","type":{"type":"map","values":"long","avro.java.string":"String"}}]}""");
        for (String name : List.of(
                "Orders.v1-EU_west", "007", "as-json", "as-protobuf", "plain-string", "referring", "for-java")) {
            live.topic(name);
        }

        Path file = directory.resolve("topology.yaml");

        Cli.Ran export = live.cli.run("export", "--to", file, "--name", "mine");

        assertThat(export.code()).as(export.all()).isZero();
        assertThat(export.err()).contains("left out: plain.text: the registry has no subject plain.text-value");
        assertThat(export.err()).contains("left out: compacted: it is compacted");
        assertThat(export.err())
                .contains("left out: as-json: subject as-json-value: its latest version is no Avro schema")
                .contains("left out: orders_v1-eu_west: its name is too like that of Orders.v1-EU_west")
                .contains("left out: as-protobuf: ")
                .contains("left out: plain-string: subject plain-string-value: its latest version is no record");
        assertThat(Files.readString(file))
                .contains("Orders.v1-EU_west:", "'007':", "referring:", "orders:", "events:", "for-java:");
        assertThat(Files.readString(directory.resolve("schemas/org.example.Labelled.avsc")))
                .doesNotContain("avro.java.string");
        assertThat(live.cli.run("validate", "-f", file).code()).isZero();
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
        Cli.Ran verified = live.cli.run("verify", "-f", file);
        assertThat(verified.code()).as(verified.all()).isZero();
        Cli.Ran again = live.cli.run("export", "--to", file);
        assertThat(again.code()).isEqualTo(ExitCode.ERROR);
        assertThat(again.err()).contains("--force");
    }
}
