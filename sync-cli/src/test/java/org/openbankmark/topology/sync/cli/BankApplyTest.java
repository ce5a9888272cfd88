package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/** An empty cluster becomes the bank's. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankApplyTest {
    private static final Path BANK = Path.of("../bank-topology/src/main/topology/topology.yaml");

    @TempDir
    private Path directory;

    private KafkaCluster kafka;
    private SchemaRegistryServer registry;
    private Cli cli;

    @BeforeAll
    void servers(@Own KafkaCluster kafka, @Own SchemaRegistryServer registry) {
        this.kafka = kafka;
        this.registry = registry;
        this.cli = Cli.of(kafka.bootstrapServers(), registry.url());
    }

    @Test
    void anEmptyClusterBecomesTheBanksAndASecondPlanIsEmpty() throws Exception {
        Cli.Ran apply = cli.run("apply", "-f", BANK);

        assertThat(apply.code()).as(apply.all()).isZero();
        Cli.Ran plan = cli.run("plan", "-f", BANK, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
        assertThat(plan.out()).contains("In sync: nothing to do.");
        Topology bank = TopologyLoader.load(BANK, java.util.Optional.empty());
        topicsAreThere(bank);
        subjectsAreThere(bank);
        theBanksOwnJarIsServed();
    }

    private void theBanksOwnJarIsServed() throws Exception {
        Path jar = BankJar.in(directory);
        Cli.Ran served = cli.run("verify", "--jar", jar);
        assertThat(served.code()).as(served.all()).isZero();
        assertThat(served.out()).contains("has all that " + jar + " needs");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createPartitions(Map.of("balance_changed", NewPartitions.increaseTo(10)))
                    .all()
                    .get();
            admin.deleteTopics(List.of("heartbeat")).all().get();
            // A broker sees what the controller has done a moment later.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (admin.listTopics().names().get().contains("heartbeat") || partitions(admin) != 10) {
                assertThat(System.nanoTime()).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        new SubjectsApi(Settings.of(Map.of("schema.registry.url", registry.url())))
                .deleteSubject("money_transfer_failed-value");
        Cli.Ran lacking = cli.run("verify", "--jar", jar);
        assertThat(lacking.code()).as(lacking.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(lacking.out())
                .contains("there is no topic heartbeat")
                .contains("balance_changed has 10 partitions, and 9 are counted on")
                .contains("the registry has no subject money_transfer_failed-value");
    }

    private static int partitions(Admin admin) throws Exception {
        return admin.describeTopics(List.of("balance_changed"))
                .allTopicNames()
                .get()
                .get("balance_changed")
                .partitions()
                .size();
    }

    private void topicsAreThere(Topology bank) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            bank.topics().stream().map(Topic::name).toList());
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.copyOf(names)).allTopicNames().get();
            for (Topic topic : bank.topics()) {
                assertThat(found.get(topic.name()).partitions())
                        .as(topic.name())
                        .hasSize(topic.partitions());
            }
        }
    }

    private void subjectsAreThere(Topology bank) {
        SubjectsApi api = new SubjectsApi(Settings.of(Map.of("schema.registry.url", registry.url())));
        int subjects = 0;
        for (Topic topic : bank.topics()) {
            for (RecordType type : topic.types()) {
                String subject = topic.subject(type);
                assertThat(api.find(subject, type.schema().toString()))
                        .as(subject)
                        .contains(1);
                assertThat(api.level(subject)).isEqualTo(Compatibility.BACKWARD);
                subjects++;
            }
        }
        assertThat(api.subjects()).hasSize(subjects);
    }
}
