package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Saved plans, two who apply at once, a topic that the broker rejects. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplyTest {
    @TempDir
    private Path directory;

    private String registry;
    private Live live;

    @BeforeAll
    void servers(KafkaCluster kafka, SchemaRegistryServer server) {
        registry = server.url();
        live = new Live(kafka.bootstrapServers(), registry);
    }

    @AfterAll
    void close() {
        live.close();
    }

    private Path saved(Path file, String name) {
        Path plan = directory.resolve(name);
        Cli.Ran ran = live.cli.run("plan", "-f", file, "--out", plan);
        assertThat(ran.code()).as(ran.all()).isZero();
        return plan;
    }

    private void refused(Path plan, String what) {
        Cli.Ran ran = live.cli.run("apply", plan);
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.ERROR);
        assertThat(ran.err()).contains("is refused: " + what).contains("nothing was done");
        assertThat(ran.err().strip().lines()).hasSize(1);
    }

    @Test
    void aSavedPlanIsDoneAsItStands() throws Exception {
        Path file = new Yaml(directory).file("saved.yaml", "saved: { type: Paid, partitions: 2 }");
        Path plan = saved(file, "saved.json");

        Cli.Ran ran = live.cli.run("apply", plan);

        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(live.topic("saved").partitions()).hasSize(2);
    }

    @Test
    void aSavedPlanIsRefusedAfterTheClusterChanged() throws Exception {
        Path file = new Yaml(directory).file("saved1.yaml", "saved_cluster: { type: Paid }");
        Path plan = saved(file, "cluster.json");

        live.create("saved_cluster", 4, 1, Map.of());

        refused(plan, "the cluster");
    }

    @Test
    void aSavedPlanIsRefusedAfterTheRegistryChanged() throws Exception {
        Path file = new Yaml(directory).file("saved2.yaml", "saved_registry: { type: Paid }");
        Path plan = saved(file, "registry.json");

        live.subjects.register("saved_registry-value", Live.paid());

        refused(plan, "the registry");
        assertThat(live.hasTopic("saved_registry")).isFalse();
    }

    @Test
    void aSavedPlanIsRefusedAfterTheFileChanged() throws Exception {
        Path file = new Yaml(directory).file("saved3.yaml", "saved_file: { type: Paid }");
        Path plan = saved(file, "file.json");

        new Yaml(directory).file("saved3.yaml", "saved_file: { type: Paid, partitions: 2 }");

        refused(plan, "the topology file");
        assertThat(live.hasTopic("saved_file")).isFalse();
    }

    private Path inEnvironments(String name, String topic) {
        return new Yaml(directory).write(name, """
                topology: test
                namespace: org.example
                defaults: { partitions: 1, replicas: 1 }
                records: { Paid: { id: string } }
                topics: { %s: { type: Paid } }
                environments: { dev: { partitions: 2 }, prod: { partitions: 4 } }
                """.formatted(topic));
    }

    @Test
    void aSavedPlansEnvironmentHoldsAlsoWhereItsFileIsGivenAnew() throws Exception {
        Path file = inEnvironments("moved.yaml", "saved_env");
        Path plan = directory.resolve("moved.json");
        assertThat(live.cli.run("plan", "-f", file, "-e", "dev", "--out", plan).code())
                .isZero();
        Path moved = Files.move(file, directory.resolve("moved-away.yaml"));

        Cli.Ran ran = live.cli.run("apply", plan, "-f", moved);

        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(live.topic("saved_env").partitions()).hasSize(2);
    }

    @Test
    void aSavedPlansFileHoldsAlsoWhereAnEnvironmentIsGivenAnew() throws Exception {
        Path file = inEnvironments("elsewhere.yaml", "saved_file_env");
        Path plan = directory.resolve("elsewhere.json");
        assertThat(live.cli.run("plan", "-f", file, "-e", "dev", "--out", plan).code())
                .isZero();

        Cli.Ran other = live.cli.run("apply", plan, "-e", "prod");
        assertThat(other.code()).as(other.all()).isEqualTo(ExitCode.ERROR);
        assertThat(other.err()).contains("is refused: the topology file changed");
        assertThat(live.hasTopic("saved_file_env")).isFalse();

        Cli.Ran same = live.cli.run("apply", plan, "-e", "dev");
        assertThat(same.code()).as(same.all()).isZero();
        assertThat(live.topic("saved_file_env").partitions()).hasSize(2);
    }

    @Test
    void aSavedPlanIsRefusedForAnotherRegistryThoughThatLooksTheSame() throws Exception {
        Path file = new Yaml(directory).file("saved4.yaml", "saved_where: { type: Paid }");
        Path plan = directory.resolve("where.json");
        try (RegistryProxy other = new RegistryProxy(registry, () -> true)) {
            Cli.Ran planned = live.cli.run("plan", "-f", file, "-r", other.url(), "--out", plan);
            assertThat(planned.code()).as(planned.all()).isZero();
            refused(plan, "it was made for the schema registry at " + other.url() + ", not for " + registry);
            assertThat(live.hasTopic("saved_where")).isFalse();

            Cli.Ran among = live.cli.run("apply", plan, "-r", registry + "," + other.url());
            assertThat(among.code()).as(among.all()).isZero();
        }
    }

    @Test
    void whatIsTooMuchForOneCallIsNotShownAsRefused() throws Exception {
        // A controller takes no more than 10,000 partitions in a call, new topics' or further ones.
        live.create("grown_0", 1, 1, Map.of());
        live.create("grown_1", 1, 1, Map.of());
        String created = IntStream.range(0, 11)
                .mapToObj(i -> "wide_" + i + ": { type: Paid, partitions: 1000 }")
                .collect(Collectors.joining("\n"));
        Path file = new Yaml(directory)
                .file(
                        "wide.yaml",
                        created
                                + "\ngrown_0: { type: Paid, partitions: 5100 }"
                                + "\ngrown_1: { type: Paid, partitions: 5100 }");

        Cli.Ran plan = live.cli.run("plan", "-f", file);

        assertThat(plan.code()).as(plan.all()).isZero();
        assertThat(plan.out()).doesNotContain("Excessively");
    }

    @Test
    void aRejectedTopicAmongTwentyKeepsNoneOfTheOthersFromBeingMade() throws Exception {
        // Kafka takes a.b and a_b for the same name in metrics, so it rejects the second.
        live.create("twenty.7", 1, 1, Map.of());
        String topics = IntStream.range(0, 20)
                .mapToObj(i -> "twenty_" + i + ": { type: Paid }")
                .collect(Collectors.joining("\n"));
        Path file = new Yaml(directory).file("twenty.yaml", topics);

        Cli.Ran ran = live.cli.run("apply", "-f", file);

        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.PARTLY);
        assertThat(ran.out()).contains("failed   create-topic:twenty_7: Topic 'twenty_7' collides");
        assertThat(ran.out()).contains("Partly done: 59 done, 1 failed");
        for (int i = 0; i < 20; i++) {
            assertThat(live.hasTopic("twenty_" + i)).isEqualTo(i != 7);
        }
        live.admin.deleteTopics(List.of("twenty.7")).all().get();
        Cli.Ran again = live.cli.run("apply", "-f", file);
        assertThat(again.code()).as(again.all()).isZero();
        assertThat(again.out()).contains("Done: 1 change.");
        assertThat(live.hasTopic("twenty_7")).isTrue();
    }

    @RepeatedTest(3)
    void twoAppliesAtOnceEndInTheStateOfOne(RepetitionInfo repetition) {
        String prefix = "twice_" + repetition.getCurrentRepetition() + "_";
        String topics = IntStream.range(0, 30)
                .mapToObj(i -> prefix + i + ": { type: Paid, partitions: 2, config: { retention.ms: 60000 } }")
                .collect(Collectors.joining("\n"));
        Path file = new Yaml(directory).file("twice.yaml", topics);

        List<CompletableFuture<Cli.Ran>> both = IntStream.range(0, 2)
                .mapToObj(i -> live.cli.begin("apply", "-f", file))
                .toList();

        for (CompletableFuture<Cli.Ran> one : both) {
            Cli.Ran ran = one.join();
            assertThat(ran.code())
                    .as(ran.out().substring(ran.out().indexOf("  done")))
                    .isZero();
        }
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
        for (int i = 0; i < 30; i++) {
            assertThat(live.subjects.versions(prefix + i + "-value")).containsExactly(1);
        }
    }

    /** As Avro's own tools write it, in two subjects: Sent refers to Place. */
    private void registerWithReference(String subject) {
        String place = "{\"type\":\"record\",\"name\":\"Place\",\"namespace\":\"org.example\","
                + "\"fields\":[{\"name\":\"x\",\"type\":\"long\"}]}";
        String at = "{\"type\":\"record\",\"name\":\"At\",\"namespace\":\"org.example\","
                + "\"fields\":[{\"name\":\"place\",\"type\":\"org.example.Place\"}]}";
        live.subjects.register("place-of-" + subject, place);
        live.registerReferring(subject, at, "org.example.Place", "place-of-" + subject, 1);
    }

    private Path places(String name, String field, String topic) {
        return new Yaml(directory).write(name, """
                topology: test
                namespace: org.example
                defaults: { partitions: 1, replicas: 1 }
                records:
                  Place: { x: long%s }
                  At: { place: Place }
                topics: { %s: { type: At } }
                """.formatted(field, topic));
    }

    @Test
    void schemasThatReferToOthersAreComparedWithThem() throws Exception {
        registerWithReference("refers-value");
        live.create("refers", 1, 1, Map.of());
        live.topic("refers");
        Path same = places("refers.yaml", "", "refers");
        Cli.Ran ran = live.cli.run("plan", "-f", same, "--fail-on-changes");
        assertThat(ran.code()).as(ran.all()).isZero();
        Cli.Ran verified = live.cli.run("verify", "-f", same);
        assertThat(verified.code()).as(verified.all()).isZero();

        Cli.Ran wrong = live.cli.run("plan", "-f", places("refers2.yaml", ", y: long", "refers"));
        assertThat(wrong.code()).isEqualTo(ExitCode.ERROR);
        assertThat(wrong.out()).contains("schema-incompatible").contains("field place.y");
    }

    @Test
    void whatOthersReferToIsDeletedAfterThemAndNotWithoutThem() {
        registerWithReference("referring-value");
        Path file = new Yaml(directory).file("deleting.yaml", "deleting: { type: Paid }");
        assertThat(live.cli.run("apply", "-f", file).code()).isZero();

        Cli.Ran alone = live.cli.run("apply", "-f", file, "--allow-delete=place-of-referring-value");
        assertThat(alone.code()).as(alone.all()).isZero();
        assertThat(alone.out()).contains("schemas of referring-value refer to it");
        assertThat(live.subjects.versions("place-of-referring-value")).isNotEmpty();

        Cli.Ran both = live.cli.run("apply", "-f", file, "--allow-delete=place-of-referring-value,referring-value");
        // Apicurio counts a softly deleted subject as referring still, and so refuses the second deletion in its own
        // words.
        assertThat(both.code()).as(both.all()).isEqualTo(ExitCode.PARTLY);
        assertThat(both.out().indexOf("done     delete-subject:referring-value"))
                .isBetween(0, both.out().indexOf("failed   delete-subject:place-of-referring-value"));
        assertThat(both.out()).contains("(42206): There are subjects referencing place-of-referring-value");
        assertThat(live.subjects.subjects()).doesNotContain("referring-value");
    }

    @Test
    void theSubjectsOfATopicWithALongerNameStayWhenTheTopicGoes() throws Exception {
        live.create("dashed", 1, 1, Map.of());
        live.subjects.register("dashed-value", Live.paid());
        live.subjects.register("dashed-eu-value", Live.paid());
        Path file = new Yaml(directory).file("dashes.yaml", "dashes: { type: Paid }");
        Cli.Ran ran = live.cli.run("apply", "-f", file, "--allow-delete=dashed");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(live.subjects.subjects()).contains("dashed-eu-value").doesNotContain("dashed-value");
    }
}
