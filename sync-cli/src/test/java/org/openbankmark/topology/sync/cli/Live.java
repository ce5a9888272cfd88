package org.openbankmark.topology.sync.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.openbankmark.bank.local.kafka.ReadyTopics;
import org.openbankmark.topology.runtime.registry.RegistryAnswer;
import org.openbankmark.topology.runtime.registry.RegistryHttp;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/** Servers as someone else uses them: looks at them and changes them without sync-cli. */
final class Live implements AutoCloseable {
    final Admin admin;
    final SubjectsApi subjects;
    private final RegistryHttp registry;
    final Cli cli;

    Live(String brokers, String registry) {
        this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
        this.subjects = new SubjectsApi(Settings.of(Map.of("schema.registry.url", registry)));
        this.registry = new RegistryHttp(Settings.of(Map.of("schema.registry.url", registry)));
        this.cli = Cli.of(brokers, registry);
    }

    /** A topic that was just made may take a moment to be seen by every broker, so it is waited for. */
    TopicDescription topic(String name) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                return admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw failed;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    boolean hasTopic(String name) throws Exception {
        return admin.listTopics().names().get().contains(name);
    }

    void create(String name, int partitions, int replicas, Map<String, String> config) throws Exception {
        ReadyTopics.create(
                admin,
                List.of(new NewTopic(name, Optional.of(partitions), Optional.of((short) replicas)).configs(config)));
    }

    /** What is set on the topic itself. */
    Map<String, String> config(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> set = new TreeMap<>();
        admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> set.put(entry.name(), entry.value()));
        return set;
    }

    void setConfig(String topic, String name, String value) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    void addPartitions(String topic, int count) throws Exception {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(count)))
                .all()
                .get();
    }

    /** Registers a schema that uses a type of another subject, which sync-cli itself never does. */
    void registerReferring(String subject, String schema, String name, String ofSubject, int version) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("schema", schema);
        body.putArray("references")
                .addObject()
                .put("name", name)
                .put("subject", ofSubject)
                .put("version", version);
        RegistryAnswer answer = registry.post("/subjects/" + subject + "/versions", body);
        if (!answer.ok()) {
            throw new IllegalStateException(answer.message());
        }
    }

    /** Registers what is no Avro. */
    void registerOther(String subject, String schemaType, String schema) {
        RegistryAnswer answer = registry.post(
                "/subjects/" + subject + "/versions",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("schemaType", schemaType)
                        .put("schema", schema));
        if (!answer.ok()) {
            throw new IllegalStateException(answer.message());
        }
    }

    /** A schema of org.example.Paid with these further fields, each of type long with default 0 unless it is given. */
    static String paid(String... fields) {
        List<String> all = new ArrayList<>(
                List.of("{\"name\":\"id\",\"type\":\"string\"}", "{\"name\":\"amount\",\"type\":\"long\"}"));
        for (String field : fields) {
            all.add(field.startsWith("{") ? field : "{\"name\":\"" + field + "\",\"type\":\"long\",\"default\":0}");
        }
        return "{\"type\":\"record\",\"name\":\"Paid\",\"namespace\":\"org.example\",\"fields\":["
                + String.join(",", all) + "]}";
    }

    @Override
    public void close() {
        admin.close();
    }
}
