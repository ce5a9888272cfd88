package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** What a plan asks a registry, and that it is true however much of it was answered by a list. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {
    /** More than one page of a list has. */
    private static final int TOPICS = 210;

    @TempDir
    private static Path directory;

    private Live live;
    private ListingRegistry registry;
    private Cli cli;
    private Path file;

    @BeforeAll
    void servers(KafkaCluster kafka, @Own SchemaRegistryServer server) throws Exception {
        live = new Live(kafka.bootstrapServers(), server.url());
        registry = new ListingRegistry(server.url(), live.subjects);
        cli = Cli.of(kafka.bootstrapServers(), registry.url());
        file = new Yaml(directory)
                .file(
                        "many.yaml",
                        IntStream.range(0, TOPICS)
                                .mapToObj(i -> "asked_" + i + ": { type: Paid }")
                                .collect(Collectors.joining("\n")));
        Cli.Ran applied = live.cli.run("apply", "-f", file);
        assertThat(applied.code()).as(applied.all()).isZero();
    }

    @AfterAll
    void close() {
        registry.close();
        live.close();
    }

    @BeforeEach
    void listsAll() {
        registry.lists = subject -> true;
        registry.status = 200;
        assertThat(registry.asked()).isNotNull();
    }

    private void inSync() {
        Cli.Ran plan = cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
    }

    private static List<String> byName(List<String> asked) {
        return asked.stream().filter(path -> path.endsWith("/versions/latest")).toList();
    }

    @Test
    void aListOfLatestVersionsTakesThePlaceOfAQuestionForEach() {
        inSync();
        List<String> asked = registry.asked();
        assertThat(byName(asked)).isEmpty();
        assertThat(asked.stream().filter("/schemas"::equals)).hasSize(2);
        assertThat(asked.stream().filter(path -> path.startsWith("/config/"))).hasSize(TOPICS);
    }

    @Test
    void whatTheListLeavesOutIsAskedForByItsName() {
        registry.lists = subject -> !subject.equals("asked_7-value");
        inSync();
        assertThat(byName(registry.asked())).containsExactly("/subjects/asked_7-value/versions/latest");
    }

    @Test
    void aRegistryThatRefusesTheListIsAskedForEachByItsNameOnce() {
        for (int status : new int[] {404, 405, 403}) {
            registry.status = status;
            inSync();
            assertThat(byName(registry.asked())).hasSize(TOPICS).doesNotHaveDuplicates();
        }
    }

    @Test
    void aSchemaThatSomeoneElseRegisteredIsFoundInTheList() {
        live.subjects.register("asked_3-value", Live.paid("tip"));
        try {
            Cli.Ran plan = cli.run("plan", "-f", file, "--fail-on-changes");
            assertThat(plan.code()).as(plan.all()).isEqualTo(ExitCode.CHANGES);
            assertThat(plan.out())
                    .contains("newer-version")
                    .contains("asked_3-value")
                    .contains("newer is [2]");
        } finally {
            live.subjects.deleteVersion("asked_3-value", 2);
        }
    }
}
