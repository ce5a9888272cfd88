package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** What may be deleted, and what never is. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionTest {
    @TempDir
    private Path directory;

    private Live live;
    private String brokers;

    @BeforeAll
    void servers(KafkaCluster kafka, SchemaRegistryServer registry) {
        brokers = kafka.bootstrapServers();
        live = new Live(brokers, registry.url());
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

    /** Three records, of which a group has read one. */
    private void use(String topic) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>(topic, "value"));
            }
            producer.flush();
        }
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "group.id", "reader-of-" + topic),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1)));
        }
    }

    @Test
    void aTopicThatLeftTheFileStaysAndIsListedUntilItsDeletionIsAllowed() throws Exception {
        applied("both.yaml", "gone_a: { type: Paid }\ngone_b: { type: Paid }");
        Path one = new Yaml(directory).file("one.yaml", "gone_a: { type: Paid }");
        use("gone_b");

        Cli.Ran plain = live.cli.run("apply", "-f", one);

        assertThat(plain.code()).as(plain.all()).isZero();
        assertThat(plain.out()).contains("left alone").contains("gone_b");
        assertThat(live.hasTopic("gone_b")).isTrue();

        Cli.Ran plan = live.cli.run("plan", "-f", one, "--allow-delete=gone_*");
        assertThat(plan.out())
                .contains("− topic   gone_b ")
                .contains("3 records, read by reader-of-gone_b (lag 2)")
                .contains("− subject gone_b-value");
        Cli.Ran tooMany = live.cli.run("apply", "-f", one, "--allow-delete=gone_*", "--max-deletes", "1");
        assertThat(tooMany.code()).isEqualTo(ExitCode.ERROR);
        assertThat(tooMany.out()).contains("too-many-deletes");
        assertThat(live.hasTopic("gone_b")).isTrue();

        Cli.Ran deleted = live.cli.run("apply", "-f", one, "--allow-delete=gone_*");
        assertThat(deleted.code()).as(deleted.all()).isZero();
        assertThat(live.hasTopic("gone_b")).isFalse();
        assertThat(live.hasTopic("gone_a")).isTrue();
        assertThat(live.subjects.subjects()).doesNotContain("gone_b-value").contains("gone_a-value");
    }

    @Test
    void groupsOfStreamsAndOfShareConsumersAreShownBeforeADeletion() throws Exception {
        applied("shared.yaml", "shared_gone: { type: Paid }\nshared_kept: { type: Paid }");
        use("shared_gone");
        Map<TopicPartition, Long> read = Map.of(new TopicPartition("shared_gone", 0), 2L);
        live.admin.alterShareGroupOffsets("sharers", read).all().get();
        StreamsGroup.create(brokers, "streamers", "shared_gone");
        live.admin
                .alterStreamsGroupOffsets(
                        "streamers", Map.of(new TopicPartition("shared_gone", 0), new OffsetAndMetadata(3)))
                .all()
                .get();
        Path kept = new Yaml(directory).file("shared_kept.yaml", "shared_kept: { type: Paid }");

        Cli.Ran plan = live.cli.run("plan", "-f", kept, "--allow-delete=shared_*");

        assertThat(plan.out())
                .contains("3 records, read by reader-of-shared_gone (lag 2), sharers (lag 1), streamers (lag 0)");
    }

    @Test
    void whatAnEarlierFileProtectsIsNotDeletedAndWhatItNeverHadNeitherIs() throws Exception {
        Path before = applied("before.yaml", "kept: { type: Paid, preventDelete: true }\nfree: { type: Paid }");
        live.create("foreign", 1, 1, Map.of());
        Path after = new Yaml(directory).file("after.yaml", "other: { type: Paid }");

        Cli.Ran ran =
                live.cli.run("apply", "-f", after, "--allow-delete", "--previous", before, "--max-deletes", "100");

        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("= kept: topic kept has preventDelete");
        assertThat(live.hasTopic("kept")).isTrue();
        assertThat(live.subjects.subjects()).contains("kept-value").doesNotContain("free-value");
        assertThat(live.hasTopic("foreign")).isTrue();
        assertThat(live.hasTopic("free")).isFalse();
    }

    @Test
    void aTopicOfTheFileThatHasPreventDeleteKeepsItsOldSubjects() {
        applied("single.yaml", "guarded: { type: Paid }");
        Path several = new Yaml(directory).file("several.yaml", "guarded: { type: [Paid, Sent], preventDelete: true }");

        Cli.Ran ran = live.cli.run("apply", "-f", several, "--allow-delete=guarded*");

        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("= guarded-value: topic guarded has preventDelete");
        assertThat(live.subjects.subjects()).contains("guarded-value");
    }
}
