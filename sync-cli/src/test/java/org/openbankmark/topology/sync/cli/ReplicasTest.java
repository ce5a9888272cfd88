package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Three brokers: replicas are moved, and servers die while a plan is applied. The order: what kills servers comes last. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasTest {
    /** So many that the registry is killed before it has them all. */
    private static final int HALF = 200;

    @TempDir
    private Path directory;

    private KafkaCluster kafka;
    private SchemaRegistryServer registry;
    private Live live;

    @BeforeAll
    void servers(@Own(brokers = 3) KafkaCluster kafka, @Own SchemaRegistryServer registry) {
        this.kafka = kafka;
        this.registry = registry;
        this.live = new Live(kafka.bootstrapServers(), registry.url());
    }

    @AfterAll
    void close() {
        live.close();
    }

    private Path file(int replicas, int partitions, String more) {
        return new Yaml(directory)
                .file(
                        "replicas.yaml",
                        "moved: { type: Paid, partitions: " + partitions + ", replicas: " + replicas + more + " }");
    }

    private void applied(int replicas, int partitions, String more) throws Exception {
        Path file = file(replicas, partitions, more);
        Cli.Ran ran = live.cli.run("apply", "-f", file);
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(live.topic("moved").partitions())
                .hasSize(partitions)
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(replicas));
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
    }

    @Test
    @Order(1)
    void replicasGoFromOneToThreeToTwo() throws Exception {
        applied(1, 3, "");
        applied(3, 3, ", config: { min.insync.replicas: 2 }");
        applied(2, 3, ", config: { min.insync.replicas: 1 }");
    }

    @Test
    @Order(2)
    void partitionsAndReplicasGrowInOnePlan() throws Exception {
        applied(2, 3, "");
        applied(3, 6, "");
    }

    @Test
    @Order(3)
    void replicasBeyondTheBrokersAreLoweredAndSaidOrRefused() throws Exception {
        Path file = new Yaml(directory).file("beyond.yaml", "beyond: { type: Paid, replicas: 5 }");

        Cli.Ran strict = live.cli.run("apply", "-f", file, "--strict-replicas");
        assertThat(strict.code()).isEqualTo(ExitCode.ERROR);
        assertThat(live.hasTopic("beyond")).isFalse();
        Cli.Ran lowered = live.cli.run("apply", "-f", file);
        assertThat(lowered.code()).as(lowered.all()).isZero();
        assertThat(lowered.out()).contains("lowered to 3");
        assertThat(live.topic("beyond").partitions().get(0).replicas()).hasSize(3);
        assertThat(live.cli.run("plan", "-f", file, "--fail-on-changes").code()).isZero();
    }

    private Path many(String prefix, int count, int replicas) {
        return new Yaml(directory)
                .file(
                        prefix + ".yaml",
                        IntStream.range(0, count)
                                .mapToObj(i -> prefix + i + ": { type: Paid, replicas: " + replicas + " }")
                                .collect(Collectors.joining("\n")));
    }

    @Test
    @Order(4)
    void aRegistryThatGoesDownHalfWayLeavesAnExactAccountAndTheNextApplyFinishes() throws Exception {
        Path file = many("half", HALF, 1);
        CompletableFuture<Cli.Ran> apply = live.cli.begin("apply", "-f", file, "--timeout", "25s");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (live.subjects.subjects().stream()
                                .filter(name -> name.startsWith("half"))
                                .count()
                        < 3
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        registry.kill();

        Cli.Ran ran = apply.join();

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
        assertThat(ran.out()).contains("Partly done: ");
        // What does not need the registry is done all the same.
        for (int i : new int[] {0, HALF / 2, HALF - 1}) {
            assertThat(ran.out()).contains("done     create-topic:half" + i + "\n");
        }
        registry.start();
        Cli.Ran again = live.cli.run("apply", "-f", file);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).doesNotContain("create-topic:half");
        for (int i = 0; i < HALF; i++) {
            String subject = "half" + i + "-value";
            assertThat(live.subjects.versions(subject)).as(subject).containsExactly(1);
            boolean doneBefore = ran.out().contains("done     register-schema:" + subject + "\n");
            boolean doneNow = again.out().contains("done     register-schema:" + subject + "\n");
            assertThat(doneBefore && doneNow)
                    .as(subject + " is registered twice")
                    .isFalse();
        }
    }

    @Test
    @Order(5)
    void aBrokerThatIsKilledWhileAPlanIsAppliedDoesNotKeepItFromBeingFinished() throws Exception {
        Path file = many("killed", 60, 2);
        CompletableFuture<Cli.Ran> apply = live.cli.begin("apply", "-f", file, "--timeout", "60s");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (live.subjects.subjects().stream().noneMatch(name -> name.startsWith("killed"))
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        kafka.broker(2).kill();

        Cli.Ran ran = apply.join();

        assertThat(ran.code()).as(ran.err()).isIn(ExitCode.DONE, ExitCode.PARTLY);
        Cli.Ran again = live.cli.run("apply", "-f", file);
        assertThat(again.code()).as(again.all()).isZero();
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
    }

    @Test
    @Order(6)
    void aTopicWithAReplicaOnTheBrokerThatIsDownGetsMorePartitions() throws Exception {
        awaitBrokers(2);
        applied(3, 7, "");
    }

    private void awaitBrokers(int count) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (live.admin.describeCluster().nodes().get().size() != count) {
            assertThat(System.nanoTime())
                    .as("the cluster sees %d brokers", count)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Groups whose coordinator went down are listed again when another one has read them. */
    private void awaitGroups(String... names) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!live.admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet())
                .containsAll(List.of(names))) {
            assertThat(System.nanoTime()).as("a broker lists the groups").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    @Order(7)
    void aTopicThatLivedOnABrokerThatIsDownIsDeletedAndThePlanTellsWhatIsNotKnown() throws Exception {
        kafka.broker(2).start();
        awaitBrokers(3);
        live.admin
                .createTopics(List.of(new NewTopic("stranded", Map.of(0, List.of(1), 1, List.of(2)))))
                .all()
                .get();
        live.topic("stranded");
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition : new int[] {0, 0, 1, 1, 1}) {
                producer.send(new ProducerRecord<>("stranded", partition, null, "value"))
                        .get();
            }
        }
        live.admin
                .alterConsumerGroupOffsets(
                        "stranders",
                        Map.of(
                                new TopicPartition("stranded", 0), new OffsetAndMetadata(1),
                                new TopicPartition("stranded", 1), new OffsetAndMetadata(1)))
                .all()
                .get();
        live.admin
                .alterConsumerGroupOffsets(
                        "others", Map.of(new TopicPartition("stranded", 1), new OffsetAndMetadata(1)))
                .all()
                .get();
        Path file = new Yaml(directory).file("staying.yaml", "staying: { type: Paid }");

        kafka.broker(2).kill();
        awaitBrokers(2);
        awaitGroups("stranders", "others");
        Cli.Ran plan = live.cli.run("plan", "-f", file, "--allow-delete=stranded");

        assertThat(plan.code()).as(plan.all()).isZero();
        assertThat(plan.out())
                .contains("2 records, read by others (lag 0), stranders (lag 1); not known of partition 1, which has no"
                        + " leader that answers");
        Cli.Ran json = live.cli.run("plan", "-f", file, "--allow-delete=stranded", "-o", "json");
        assertThat(new OutputSchema().valid(json)).containsIgnoringWhitespaces("\"uncountedPartitions\":[1]");
        Cli.Ran apply = live.cli.run("apply", "-f", file, "--allow-delete=stranded");
        assertThat(apply.code()).as(apply.all()).isZero();
        assertThat(apply.out()).contains("done     delete-topic:stranded");
    }
}
