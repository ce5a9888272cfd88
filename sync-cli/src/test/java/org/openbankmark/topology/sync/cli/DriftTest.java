package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.model.Compatibility;

/** What happens when the file and the servers are no longer the same. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftTest {
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

    private Path applied(String name, String topics) {
        Path file = new Yaml(directory).file(name, topics);
        Cli.Ran ran = live.cli.run("apply", "-f", file);
        assertThat(ran.code()).as(ran.all()).isZero();
        return file;
    }

    private Cli.Ran drift(Path file) {
        return live.cli.run("plan", "-f", file, "--fail-on-changes");
    }

    @Test
    void aConfigChangedByHandIsFoundAndSetBack() throws Exception {
        Path file = applied("config.yaml", "drift_config: { type: Paid, config: { retention.ms: 900000 } }");
        assertThat(drift(file).code()).isZero();

        live.setConfig("drift_config", "retention.ms", "1000");

        Cli.Ran plan = drift(file);
        assertThat(plan.code()).as(plan.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(plan.out()).contains("~ topic drift_config  config retention.ms 1000 → 900000");
        assertThat(live.cli.run("apply", "-f", file).code()).isZero();
        assertThat(live.config("drift_config")).containsEntry("retention.ms", "900000");
        assertThat(drift(file).code()).isZero();
    }

    @Test
    void configsAreSetChangedAndRemovedAndTheBrokersDefaultsAreNoDrift() throws Exception {
        applied(
                "config1.yaml",
                "conf: { type: Paid, key: id, config: { retention.ms: 900000, cleanup.policy: 'compact,delete' } }");
        Path file = applied(
                "config2.yaml",
                "conf: { type: Paid, key: id, config: { retention.ms: 800000, max.message.bytes: 2000000 } }");

        assertThat(live.config("conf"))
                .containsExactlyInAnyOrderEntriesOf(
                        java.util.Map.of("retention.ms", "800000", "max.message.bytes", "2000000"));
        assertThat(drift(file).code()).isZero();
    }

    @Test
    void aPartitionAddedByHandIsFoundAndNotTakenAway() throws Exception {
        Path file = applied("parts.yaml", "drift_parts: { type: Paid, partitions: 2 }");

        live.addPartitions("drift_parts", 3);

        Cli.Ran plan = drift(file);
        assertThat(plan.code()).isEqualTo(ExitCode.CHANGES);
        assertThat(plan.out()).contains("fewer-partitions").contains("set partitions: 3");
        Cli.Ran apply = live.cli.run("apply", "-f", file);
        assertThat(apply.code()).isEqualTo(ExitCode.ERROR);
        assertThat(live.topic("drift_parts").partitions()).hasSize(3);
    }

    @Test
    void aSchemaRegisteredByHandIsFoundAndLeftAloneUnlessItMayBeDeleted() {
        Path file = applied("hand.yaml", "drift_schema: { type: Paid }");

        live.subjects.register("drift_schema-value", Live.paid("tip"));

        Cli.Ran plan = drift(file);
        assertThat(plan.code()).as(plan.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(plan.out()).contains("newer-version").contains("newer is [2]");
        assertThat(live.cli.run("apply", "-f", file).code()).isZero();
        assertThat(live.subjects.versions("drift_schema-value")).containsExactly(1, 2);

        Cli.Ran delete = live.cli.run("apply", "-f", file, "--allow-delete=drift_schema-value");
        assertThat(delete.code()).as(delete.all()).isZero();
        assertThat(live.subjects.versions("drift_schema-value")).containsExactly(1);
        assertThat(drift(file).code()).isZero();
    }

    @Test
    void keyedTopicsGetMorePartitionsOnlyWithPermissionAndTheMessageNamesWhatMoves() throws Exception {
        applied("keyed1.yaml", "keyed: { type: Paid, key: id, partitions: 2 }");
        Path file = new Yaml(directory).file("keyed2.yaml", "keyed: { type: Paid, key: id, partitions: 3 }");

        Cli.Ran refused = live.cli.run("apply", "-f", file);

        assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
        assertThat(refused.out()).contains("67% of the keys (id) move").contains("--allow-repartition");
        assertThat(live.topic("keyed").partitions()).hasSize(2);
        Cli.Ran allowed = live.cli.run("apply", "-f", file, "--allow-repartition");
        assertThat(allowed.code()).as(allowed.all()).isZero();
        assertThat(live.topic("keyed").partitions()).hasSize(3);
        assertThat(drift(file).code()).isZero();
    }

    @Test
    void aSchemaThatBreaksAnOlderVersionIsRefusedBeforeAnyTopicIsTouched() throws Exception {
        Yaml yaml = new Yaml(directory);
        String head = "topology: test\nnamespace: org.example\ndefaults: { partitions: 1, replicas: 1 }\n";
        String topics = "topics: { chain: { type: Paid, compatibility: BACKWARD_TRANSITIVE }";
        String record = "records: { Paid: { id: string";
        Path first =
                yaml.write("chain1.yaml", head + record + ", tip: { type: int, default: 0 } } }\n" + topics + " }\n");
        Path second = yaml.write("chain2.yaml", head + record + " } }\n" + topics + " }\n");
        // Fits the latest version, which has no tip, and not the first, whose tip is an int.
        Path third = yaml.write(
                "chain3.yaml",
                head + record + ", tip: { type: string, default: '' } } }\n" + topics
                        + ", chain_new: { type: Paid } }\n");
        assertThat(live.cli.run("apply", "-f", first).code()).isZero();
        assertThat(live.cli.run("apply", "-f", second).code()).isZero();

        Cli.Ran refused = live.cli.run("apply", "-f", third);

        assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCode.ERROR);
        assertThat(refused.out()).contains("records written with version 1").contains("field tip");
        assertThat(live.hasTopic("chain_new")).isFalse();
        assertThat(live.subjects.versions("chain-value")).containsExactly(1, 2);
    }

    @Test
    void aSchemaEvolvesAndLevelsAreLoosenedBeforeAndTightenedAfter() {
        Yaml yaml = new Yaml(directory);
        String head = "topology: test\nnamespace: org.example\ndefaults: { partitions: 1, replicas: 1 }\n";
        Path strict = yaml.write(
                "evolve1.yaml",
                head + "records: { Paid: { id: string } }\ntopics: { evolve: { type: Paid, compatibility: FULL } }\n");
        Path loose = yaml.write(
                "evolve2.yaml",
                head + "records: { Paid: { id: string, amount: { type: long, default: 0 }, tip: long } }\n"
                        + "topics: { evolve: { type: Paid, compatibility: FORWARD } }\n");
        Path tight = yaml.write(
                "evolve3.yaml",
                head
                        + "records: { Paid: { id: string, amount: { type: long, default: 0 }, tip: { type: long, default: 0 } } }\n"
                        + "topics: { evolve: { type: Paid, compatibility: FULL_TRANSITIVE } }\n");
        assertThat(live.cli.run("apply", "-f", strict).code()).isZero();

        Cli.Ran loosened = live.cli.run("apply", "-f", loose);

        assertThat(loosened.code()).as(loosened.all()).isZero();
        assertThat(loosened.out().indexOf("compatibility FULL → FORWARD"))
                .isBetween(0, loosened.out().indexOf("schema of org.example.Paid"));
        assertThat(live.subjects.level("evolve-value")).isEqualTo(Compatibility.FORWARD);
        Cli.Ran refused = live.cli.run("apply", "-f", tight);
        assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCode.DONE);
        assertThat(refused.out().indexOf("compatibility FORWARD → FULL_TRANSITIVE"))
                .isGreaterThan(refused.out().indexOf("schema of org.example.Paid"));
        assertThat(live.subjects.versions("evolve-value")).containsExactly(1, 2, 3);
        assertThat(drift(tight).code()).isZero();
    }

    @Test
    void topicsOfSeveralTypesHaveASubjectForEach() {
        Path file = applied("several.yaml", "several: { type: [Paid, Sent] }");

        assertThat(live.subjects.versions("several-org.example.Paid")).containsExactly(1);
        assertThat(live.subjects.versions("several-org.example.Sent")).containsExactly(1);
        assertThat(drift(file).code()).isZero();
    }
}
