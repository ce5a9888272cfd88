package org.openbankmark.bank.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.process.PortInUseException;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.RunningProcess;
import org.openbankmark.bank.local.process.ServerStartException;

@RealServers
class KafkaClusterTest {
    @Test
    void keepsItsDataWhenKilledAndWhenStartedAnewOnTheSameDirectory(@TempDir Path directory) throws Exception {
        int port = Ports.free(1).get(0);
        KafkaOptions options = KafkaOptions.defaults().withPorts(port).withDirectory(directory);
        Records records = new Records("127.0.0.1:" + port);
        try (KafkaCluster cluster = KafkaCluster.start(options)) {
            assertThat(cluster.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            records.createTopic("notes");
            records.send("notes", "before the kill");
            long killed = cluster.broker(1).pid();

            cluster.broker(1).kill();
            assertThat(cluster.broker(1).isRunning()).isFalse();
            assertThat(RunningProcess.is(killed)).isFalse();
            cluster.broker(1).start();

            assertThat(cluster.broker(1).pid()).isNotEqualTo(killed);
            assertThat(records.all("notes")).containsExactly("before the kill");
            records.send("notes", "after the kill");
        }
        assertThat(Ports.isFree(port)).isTrue();
        try (KafkaCluster again = KafkaCluster.start(options)) {
            assertThat(again.broker(1).isRunning()).isTrue();
            assertThat(records.all("notes")).containsExactly("before the kill", "after the kill");
        }
        assertThat(directory.resolve("broker-1/broker.log")).exists();
    }

    @Test
    void threeBrokersGoOnWhenOneIsKilledAndTakeItInAgain(@Own(brokers = 3) KafkaCluster cluster) throws Exception {
        Records records = new Records(cluster.bootstrapServers());
        records.createTopic("notes");
        records.send("notes", "all three");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            TopicDescription topic =
                    admin.describeTopics(List.of("notes")).allTopicNames().get().get("notes");
            assertThat(topic.partitions().get(0).replicas()).hasSize(3);

            KafkaBroker leader =
                    cluster.broker(topic.partitions().get(0).leader().id());
            leader.kill();
            records.send("notes", "two left");
            assertThat(records.all("notes")).containsExactly("all three", "two left");

            leader.start();
            assertThat(admin.describeCluster().nodes().get(30, TimeUnit.SECONDS))
                    .hasSize(3);
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor(KafkaCluster cluster) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (Admin admin = Admin.create(settings);
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.block.ms", 1000),
                        new StringSerializer(),
                        new StringSerializer())) {
            assertThatThrownBy(() -> producer.partitionsFor("nobody-made-this")).isInstanceOf(TimeoutException.class);
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).doesNotContain("nobody-made-this");
        }
    }

    @Test
    void saysWhoHoldsAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            KafkaOptions options = KafkaOptions.defaults().withPorts(other.getLocalPort());
            assertThatThrownBy(() -> KafkaCluster.start(options))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageStartingWith("Kafka broker 1 cannot listen on 127.0.0.1:" + other.getLocalPort()
                            + ": the port is in use by process "
                            + ProcessHandle.current().pid() + " (")
                    .hasMessageEndingWith("Stop that process, or give Kafka broker 1 another port.");
        }
    }

    @Test
    void saysWhyABrokerDidNotStart() {
        KafkaOptions options = KafkaOptions.defaults().withProperty("num.io.threads", "many");
        assertThatThrownBy(() -> KafkaCluster.start(options))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("Kafka broker 1 died while it started, with exit status 1. Last lines of ")
                .hasMessageContaining("Invalid value many for configuration num.io.threads");
    }

    @Test
    void givesUpAtTheTimeLimitAndLeavesNothingBehind() throws Exception {
        List<Path> before = temporaryDirectories();
        KafkaOptions options = KafkaOptions.defaults().withStartLimit(Duration.ofMillis(100));
        assertThatThrownBy(() -> KafkaCluster.start(options))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("Kafka broker 1 did not serve within ");
        assertThat(temporaryDirectories()).isEqualTo(before);
    }

    private static List<Path> temporaryDirectories() throws Exception {
        String own = "bank-local-" + ProcessHandle.current().pid() + "-kafka-";
        try (var entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(own))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void optionsThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> KafkaOptions.defaults().withBrokers(0)).hasMessage("a cluster needs a broker, not 0");
    }
}
