package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
import org.openbankmark.topology.sync.cluster.Requests;
import org.openbankmark.topology.sync.state.Acl;

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

    private boolean writes(KafkaProducer<String, String> producer, String topic) throws Exception {
        try {
            producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(TopicAuthorizationException.class);
            return false;
        }
    }

    /** Each topic has a record, so whoever may read it gets one. */
    private boolean reads(KafkaConsumer<String, String> consumer, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            while (System.nanoTime() < end) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return true;
                }
            }
            throw new AssertionError("neither a record of " + topic + " nor a refusal");
        } catch (TopicAuthorizationException refused) {
            return false;
        }
    }

    private boolean commits(String user, String group) {
        Map<String, Object> settings = as(user);
        settings.put("group.id", group);
        String topic = bank.topics().get(0).name();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.committed(Set.of(new TopicPartition(topic, 0)));
            return true;
        } catch (GroupAuthorizationException refused) {
            return false;
        } catch (TopicAuthorizationException topicOnly) {
            return true;
        }
    }

    private boolean transacts(String user, String id) {
        Map<String, Object> settings = as(user);
        settings.put("transactional.id", id);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            return true;
        } catch (TransactionalIdAuthorizationException refused) {
            return false;
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

    @BeforeEach
    void takeAllRightsFromTheDeployer() throws Exception {
        AclBindingFilter deployers = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter("User:deployer", null, AclOperation.ANY, AclPermissionType.ANY));
        live.admin.deleteAcls(List.of(deployers)).all().get();
        seen(deployers, false);
    }

    private void allow(String operation, String resource, String name) throws Exception {
        AclBinding right = Requests.binding(new Acl("User:deployer", "*", operation, resource, name, false));
        live.admin.createAcls(List.of(right)).all().get();
        seen(right.toFilter(), true);
    }

    /** A broker sees a permission a moment after it was given or taken. */
    private void seen(AclBindingFilter rights, boolean given) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (live.admin.describeAcls(rights).values().get().isEmpty() == given) {
            assertThat(System.nanoTime()).as(rights.toString()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
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
        Set<String> names = bank.topics().stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
        try (KafkaProducer<String, String> anyone = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String name : names) {
                assertThat(writes(anyone, name)).isTrue();
            }
        }
        for (Service service : bank.services()) {
            topicsOf(service, names);
            for (String group : List.of(service.name(), service.name() + ".replies")) {
                assertThat(commits(service.name(), group))
                        .as(service.name() + " in group " + group)
                        .isEqualTo(!service.consumes().isEmpty());
            }
            assertThat(commits(service.name(), service.name() + "-other")).isFalse();
            for (String id : List.of(service.name(), service.name() + ".1")) {
                assertThat(transacts(service.name(), id))
                        .as(service.name() + " as " + id)
                        .isEqualTo(!service.produces().isEmpty());
            }
            assertThat(transacts(service.name(), "someone-else")).isFalse();
        }
    }

    private void topicsOf(Service service, Set<String> names) throws Exception {
        Set<String> writable = new TreeSet<>(service.produces());
        service.consumes()
                .forEach(name -> bank.topic(name).flatMap(Topic::deadLetter).ifPresent(writable::add));
        try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(as(service.name()), new StringSerializer(), new StringSerializer());
                KafkaConsumer<String, String> consumer =
                        new KafkaConsumer<>(as(service.name()), new StringDeserializer(), new StringDeserializer())) {
            for (String name : names) {
                assertThat(writes(producer, name))
                        .as(service.name() + " writes " + name)
                        .isEqualTo(writable.contains(name));
                assertThat(reads(consumer, name))
                        .as(service.name() + " reads " + name)
                        .isEqualTo(service.consumes().contains(name));
            }
        }
    }

    @Test
    void deletingNeedsTheRightsOfTheDocumentationAndNoOthers() throws Exception {
        live.create("doomed", 1, 1, Map.of());
        live.topic("doomed");
        for (String operation : List.of("CREATE", "DESCRIBE", "ALTER", "DESCRIBE_CONFIGS", "ALTER_CONFIGS")) {
            allow(operation, "TOPIC", "*");
        }
        allow("DESCRIBE", "CLUSTER", "kafka-cluster");
        Path file = new Yaml(directory).file("doomed.yaml", "surviving: { type: Paid }");
        Cli.Ran without = asDeployer("apply", "-f", file, "--no-acls", "--allow-delete=doomed");
        assertThat(without.code()).as(without.all()).isEqualTo(ExitCode.PARTLY);
        assertThat(without.out()).contains("failed   delete-topic:doomed").contains("lacks a right");

        allow("DELETE", "TOPIC", "doomed");
        allow("DESCRIBE", "GROUP", "*");
        Cli.Ran with = asDeployer("apply", "-f", file, "--no-acls", "--allow-delete=doomed");
        assertThat(with.code()).as(with.all()).isZero();
        assertThat(live.hasTopic("doomed")).isFalse();
    }

    @Test
    void aPermissionGivenByHandIsFoundAndTaken() throws Exception {
        assertThat(live.cli.run("apply", "-f", BANK).code()).isZero();
        String service = bank.services().get(0).name();
        live.admin
                .createAcls(List.of(Requests.binding(new Acl("User:" + service, "*", "ALL", "TOPIC", "*", false))))
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
