package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Topics and subjects of Kafka and of registries survive every command with every flag, whatever the file says. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InternalTopicsTest {
    private static final Set<String> INTERNAL =
            Set.of("_schemas", "_confluent-ksql", "kafkasql-journal", "__consumer_offsets");

    @TempDir
    private static Path directory;

    private Live live;
    private Path empty;
    private Path naming;
    private Path previous;

    @BeforeAll
    void servers(@Own KafkaCluster kafka, @Own SchemaRegistryServer registry) throws Exception {
        live = new Live(kafka.bootstrapServers(), registry.url());
        for (String name : List.of("_schemas", "_confluent-ksql", "kafkasql-journal", "used")) {
            live.create(name, 1, 1, Map.of());
            live.topic(name);
        }
        live.subjects.register("_schemas-value", Live.paid());
        // The first commit makes __consumer_offsets.
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.commitSync(Map.of(new TopicPartition("used", 0), new OffsetAndMetadata(0)));
        }
        Yaml yaml = new Yaml(directory);
        empty = yaml.file("empty.yaml", "kept: { type: Paid, key: id }");
        naming = yaml.file(
                "naming.yaml",
                "kafkasql-journal: { type: Paid, key: id, partitions: 3, replicas: 2, config: { retention.ms: 1 } }");
        previous = yaml.file("previous.yaml", "kafkasql-journal: { type: Paid }\nused: { type: Paid }");
    }

    @AfterAll
    void close() {
        live.close();
    }

    static Stream<List<String>> commandLines() {
        List<String> deletes = List.of(
                "",
                "--allow-delete",
                "--allow-delete=*",
                "--allow-delete=_*,kafkasql*,__consumer_offsets,_schemas-value");
        List<String> others = List.of("", "--allow-repartition", "--strict-replicas", "--no-acls", "--previous", "all");
        List<List<String>> lines = new ArrayList<>();
        for (String command : List.of("plan", "apply")) {
            for (String file : List.of("empty", "naming")) {
                for (String delete : deletes) {
                    // A plan, and a file that is refused, touch nothing: all flags at once will do for them.
                    boolean touches = command.equals("apply") && file.equals("empty");
                    for (String other : touches ? others : List.of("", "all")) {
                        lines.add(List.of(command, file, delete, other));
                    }
                }
            }
        }
        for (String command : List.of("validate", "verify", "export")) {
            lines.add(List.of(command, "empty", "", ""));
            lines.add(List.of(command, "naming", "", ""));
        }
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void survive(List<String> line) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(line.get(0)));
        if (line.get(0).equals("export")) {
            arguments.addAll(
                    List.of("--force", "--to", directory.resolve("export").resolve("topology.yaml")));
        } else {
            arguments.addAll(List.of("-f", line.get(1).equals("empty") ? empty : naming));
        }
        if (!line.get(2).isEmpty()) {
            arguments.addAll(List.of(line.get(2), "--max-deletes", "1000"));
        }
        if (line.get(3).equals("all")) {
            arguments.addAll(List.of("--allow-repartition", "--strict-replicas", "--no-acls", "--previous", previous));
        } else if (line.get(3).equals("--previous")) {
            arguments.addAll(List.of("--previous", previous));
        } else if (!line.get(3).isEmpty()) {
            arguments.add(line.get(3));
        }
        Cli.Ran ran = live.cli.run(arguments.toArray());

        boolean changes = line.get(0).equals("plan") || line.get(0).equals("apply");
        if (changes && line.get(1).equals("naming")) {
            assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.ERROR);
            assertThat(ran.out()).contains("[internal-topic]");
        } else {
            assertThat(ran.code()).as(ran.all()).isIn(ExitCode.DONE, ExitCode.CHANGES);
        }
        assertThat(ran.out()).doesNotContain("delete-topic:_", "− topic   _", "delete-subject:_", "− subject _");
        assertThat(live.admin
                        .listTopics(new ListTopicsOptions().listInternal(true))
                        .names()
                        .get())
                .containsAll(INTERNAL);
        for (String name : List.of("_schemas", "kafkasql-journal")) {
            assertThat(live.topic(name).partitions()).hasSize(1);
            assertThat(live.config(name)).isEmpty();
        }
        assertThat(live.subjects.versions("_schemas-value")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "plan", "apply", "verify"})
    void aFileThatNamesOneByItsUnderscoreIsInvalid(String command) {
        Path file = new Yaml(directory).file("underscore.yaml", "_schemas: { type: Paid, partitions: 3 }");
        Cli.Ran ran = live.cli.run(command, "-f", file);
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.USAGE);
    }
}
