package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** A server goes away at a known step of an apply: the account is exact, and the next apply finishes and does nothing twice. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
    /** As short as an administrator may set it, to see that a cut list hides nothing. */
    private static final int NAMED_SUBJECTS = 4;

    /** An apply uses all of it where a server stays away; most of it is needed only on a machine that does other things too. */
    private static final String LIMIT = "30s";

    private static final int TOPICS = 12;
    private static final int REGISTERED = 5;

    @TempDir
    private Path directory;

    private KafkaCluster kafka;
    private SchemaRegistryServer registry;
    private Live live;

    @BeforeAll
    void servers(@Own KafkaCluster own) {
        kafka = own;
        registry = SchemaRegistryServer.start(
                SchemaRegistryOptions.defaults().withJvmOptions("-Dapicurio.ccompat.max-subjects=" + NAMED_SUBJECTS));
        live = new Live(kafka.bootstrapServers(), registry.url());
    }

    @AfterAll
    void close() {
        live.close();
        registry.close();
    }

    private Path topics(String prefix) {
        return new Yaml(directory)
                .file(
                        prefix + ".yaml",
                        IntStream.range(0, TOPICS)
                                .mapToObj(i -> prefix + i + ": { type: Paid }")
                                .collect(Collectors.joining("\n")));
    }

    /** Ids of the changes that ended so. */
    private static List<String> ended(Cli.Ran ran, String status, String kind) {
        return ran.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(status + " "))
                .map(line -> line.substring(status.length()).strip())
                .filter(line -> line.startsWith(kind + ":"))
                .toList();
    }

    /** Each of the changes ended in just one way: done, perhaps done, or not done. */
    private static void assertEveryOneIsAccountedFor(Cli.Ran ran, String kind) {
        assertThat(Stream.of("done", "unknown", "not done").flatMap(status -> ended(ran, status, kind).stream()))
                .as(ran.all())
                .hasSize(TOPICS)
                .doesNotHaveDuplicates();
    }

    private void finishesAndDoesNothingTwice(Path file, Cli.Ran before, String prefix) throws Exception {
        Cli.Ran again = live.cli.run("apply", "-f", file);
        assertThat(again.code()).as(again.all()).isZero();
        for (String kind : List.of("set-level", "register-schema", "create-topic")) {
            List<String> doneBefore = ended(before, "done", kind);
            assertThat(ended(again, "done", kind))
                    .noneMatch(doneBefore::contains)
                    .hasSize(TOPICS - doneBefore.size());
        }
        for (int i = 0; i < TOPICS; i++) {
            assertThat(live.subjects.versions(prefix + i + "-value")).containsExactly(1);
            assertThat(live.hasTopic(prefix + i)).isTrue();
        }
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
    }

    @Test
    void aRegistryThatGoesAwayAfterSomeSchemas() throws Exception {
        Path file = topics("cut");
        AtomicInteger registrations = new AtomicInteger();
        Cli.Ran ran;
        try (RegistryProxy proxy =
                new RegistryProxy(registry.url(), () -> registrations.incrementAndGet() <= REGISTERED)) {
            ran = Cli.of(kafka.bootstrapServers(), proxy.url()).run("apply", "-f", file, "--timeout", LIMIT);
        }
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.PARTLY);
        // A level that the registry was too busy to set at once is tried again after the first schemas: it may be cut
        // too.
        assertEveryOneIsAccountedFor(ran, "set-level");
        assertEveryOneIsAccountedFor(ran, "register-schema");
        // Those that the registry took but could not answer any more are unknown, not done.
        assertThat(ended(ran, "done", "register-schema")).hasSizeLessThanOrEqualTo(REGISTERED);
        // Topics do not need the registry.
        assertThat(ended(ran, "done", "create-topic")).as(ran.all()).hasSize(TOPICS);
        assertThat(ran.out()).contains("Partly done: ").contains("cannot be reached");

        Cli.Ran again = live.cli.run("apply", "-f", file);
        assertThat(again.code()).as(again.all()).isZero();
        assertThat(ended(again, "done", "register-schema"))
                .hasSize(TOPICS - REGISTERED)
                .doesNotContainAnyElementsOf(ended(ran, "done", "register-schema"));
        assertThat(ended(again, "done", "set-level")).doesNotContainAnyElementsOf(ended(ran, "done", "set-level"));
        assertThat(ended(again, "done", "create-topic")).isEmpty();
        for (int i = 0; i < TOPICS; i++) {
            assertThat(live.subjects.versions("cut" + i + "-value")).containsExactly(1);
        }
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
    }

    @Test
    void aBrokerThatIsKilledBeforeTheFirstTopic() throws Exception {
        Path file = topics("killed");
        Cli.Ran ran;
        try (RegistryProxy proxy = new RegistryProxy(registry.url(), () -> {
            // Schemas come before topics, so from here on no topic can be made.
            kafka.broker(1).kill();
            return true;
        })) {
            ran = Cli.of(kafka.bootstrapServers(), proxy.url()).run("apply", "-f", file, "--timeout", LIMIT);
        }
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.PARTLY);
        assertThat(ended(ran, "done", "set-level")).as(ran.all()).hasSize(TOPICS);
        assertThat(ended(ran, "done", "register-schema")).as(ran.all()).hasSize(TOPICS);
        assertThat(ended(ran, "done", "create-topic")).isEmpty();
        assertThat(ended(ran, "unknown", "create-topic")).hasSize(TOPICS);
        assertThat(ran.out()).contains("Partly done: " + 2 * TOPICS + " done, " + TOPICS + " unknown");

        kafka.broker(1).start();
        finishesAndDoesNothingTwice(file, ran, "killed");
    }

    @Test
    void aRegistryThatCutsItsListOfNamesHidesNoSubject() throws Exception {
        Path file = topics("listed");
        assertThat(live.cli.run("apply", "-f", file).code()).isZero();
        assertThat(live.subjects.subjects()).hasSize(NAMED_SUBJECTS);

        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
        assertThat(plan.out()).contains("[registry-list-cut]").contains("apicurio.ccompat.max-subjects");
        Path exported = directory.resolve("exported.yaml");
        Cli.Ran export = live.cli.run("export", "--to", exported);
        assertThat(export.code()).as(export.all()).isZero();
        assertThat(export.err()).doesNotContain("listed");
        assertThat(live.cli.run("plan", "-f", exported, "--fail-on-changes").code())
                .isZero();
    }
}
