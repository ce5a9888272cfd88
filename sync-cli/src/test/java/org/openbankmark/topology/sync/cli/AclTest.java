package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;

/** With an authorizer, each service of the bank may do what the topology says and nothing else. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AclTest {
    private static final Path BANK = Path.of("../bank-topology/src/main/topology/topology.yaml");
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";
    private static final String PASSWORD = "correct-horse";

    @TempDir
    private Path directory;

    private KafkaCluster kafka;
    private Live live;
    private Topology bank;
    private String sasl;
    private String registryUrl;

    @BeforeAll
    void servers(SchemaRegistryServer registry) throws Exception {
        bank = TopologyLoader.load(BANK, Optional.empty());
        List<Integer> ports = Ports.free(3);
        StringBuilder users = new StringBuilder("user_deployer=\"" + PASSWORD + "\" ");
        bank.services().forEach(service -> users.append("\"user_" + service.name() + "\"=\"" + PASSWORD + "\" "));
        sasl = "127.0.0.1:" + ports.get(1);
        registryUrl = registry.url();
        kafka = KafkaCluster.start(KafkaOptions.defaults()
                .withPorts(ports.get(0))
                .withProperty(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + ports.get(0) + ",SASL://" + sasl + ",CONTROLLER://127.0.0.1:"
                                + ports.get(2))
                .withProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.get(0) + ",SASL://" + sasl)
                .withProperty(
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL:SASL_PLAINTEXT")
                .withProperty("controller.quorum.voters", "1@127.0.0.1:" + ports.get(2))
                .withProperty("sasl.enabled.mechanisms", "PLAIN")
                .withProperty("listener.name.sasl.plain.sasl.jaas.config", PLAIN + users + ";")
                .withProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .withProperty("super.users", "User:ANONYMOUS"));
        live = new Live(kafka.bootstrapServers(), registry.url());
    }

    @AfterAll
    void close() {
        live.close();
        kafka.close();
    }

    private Map<String, Object> as(String user) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", sasl);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", PLAIN + "username=\"" + user + "\" password=\"" + PASSWORD + "\";");
        settings.put("max.block.ms", "20000");
        return settings;
    }

    private void write(String user, String topic) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(as(user), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private void read(String user, String group, String topic) {
        Map<String, Object> settings = as(user);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200));
            }
            assertThat(consumer.assignment()).isNotEmpty();
            consumer.poll(Duration.ofMillis(200));
        }
    }

    private Cli.Ran asDeployer(Object... arguments) throws Exception {
        Path config = Files.writeString(
                directory.resolve("deployer.properties"),
                "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=" + PLAIN
                        + "username=\"deployer\" password=\"" + PASSWORD + "\";\n");
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--command-config";
        all[arguments.length + 1] = config;
        return Cli.of(sasl, registryUrl).run(all);
    }

    private void allow(String operation, String resource, String name) throws Exception {
        live.admin
                .createAcls(List.of(org.openbankmark.topology.sync.cluster.Requests.binding(
                        new org.openbankmark.topology.sync.state.Acl(
                                "User:deployer", "*", operation, resource, name, false))))
                .all()
                .get();
    }

    @Test
    void eachServiceMayDoWhatTheTopologySaysAndNothingElse() throws Exception {
        // The rights of the documentation, and no others.
        for (String operation : List.of("CREATE", "DESCRIBE", "ALTER", "DESCRIBE_CONFIGS", "ALTER_CONFIGS")) {
            allow(operation, "TOPIC", "*");
        }
        allow("DESCRIBE", "CLUSTER", "kafka-cluster");
        allow("ALTER", "CLUSTER", "kafka-cluster");

        Cli.Ran apply = asDeployer("apply", "-f", BANK);

        assertThat(apply.code()).as(apply.all()).isZero();
        Cli.Ran plan = asDeployer("plan", "-f", BANK, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();
        for (Service service : bank.services()) {
            for (Topic topic : bank.topics()) {
                String name = topic.name();
                boolean writes = service.produces().contains(name)
                        || service.consumes().stream().anyMatch(consumed -> bank.topic(consumed)
                                .orElseThrow()
                                .deadLetter()
                                .equals(Optional.of(name)));
                if (writes) {
                    write(service.name(), name);
                } else {
                    assertThatThrownBy(() -> write(service.name(), name)).isInstanceOf(AuthorizationException.class);
                }
            }
        }
        Service reader = bank.services().stream()
                .filter(service -> !service.consumes().isEmpty())
                .findFirst()
                .orElseThrow();
        read(reader.name(), reader.name(), reader.consumes().get(0));
        read(reader.name(), reader.name() + ".replies", reader.consumes().get(0));
        assertThatThrownBy(() ->
                        read(reader.name(), "someone-else", reader.consumes().get(0)))
                .isInstanceOf(AuthorizationException.class);
        String other = bank.topics().stream()
                .map(Topic::name)
                .filter(name -> !reader.consumes().contains(name))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> read(reader.name(), reader.name(), other)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aPermissionGivenByHandIsFoundAndTaken() throws Exception {
        assertThat(live.cli.run("apply", "-f", BANK).code()).isZero();
        String service = bank.services().get(0).name();
        live.admin
                .createAcls(List.of(org.openbankmark.topology.sync.cluster.Requests.binding(
                        new org.openbankmark.topology.sync.state.Acl(
                                "User:" + service, "*", "ALL", "TOPIC", "*", false))))
                .all()
                .get();
        // A broker sees a permission a moment after it was given.
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (live.cli.run("plan", "-f", BANK, "--fail-on-changes").code() == ExitCode.DONE
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        Cli.Ran apply = live.cli.run("apply", "-f", BANK);

        assertThat(apply.out()).contains("− acl User:" + service).contains("ALL on topic *");
        assertThat(live.cli.run("plan", "-f", BANK, "--fail-on-changes").code()).isZero();
    }

    @Test
    void aWrongPasswordIsOneLineWithoutThePassword() throws Exception {
        Path config = Files.writeString(
                directory.resolve("wrong.properties"),
                "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=" + PLAIN
                        + "username=\"deployer\" password=\"wrong-battery\";\n");

        Cli.Ran ran = Cli.of(sasl, registryUrl).run("plan", "-f", BANK, "--command-config", config);

        assertThat(ran.code()).isEqualTo(ExitCode.ERROR);
        assertThat(ran.err().strip().lines()).hasSize(1);
        assertThat(ran.err()).contains("refused the credentials").doesNotContain("wrong-battery", "Exception");
    }
}
