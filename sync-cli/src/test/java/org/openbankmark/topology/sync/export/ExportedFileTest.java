package org.openbankmark.topology.sync.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;
import org.openbankmark.topology.sync.state.TopicState;

/** What a topology file cannot say is left out of it, and keeps nothing else out. */
class ExportedFileTest {
    private static final String PLAIN = record("org.example", "{\"name\":\"id\",\"type\":\"string\"}");

    @TempDir
    private Path directory;

    private final TreeMap<String, TopicState> topics = new TreeMap<>();
    private final TreeMap<String, SubjectState> subjects = new TreeMap<>();

    private static String record(String namespace, String field) {
        return "{\"type\":\"record\",\"name\":\"Paid\",\"namespace\":\"" + namespace + "\",\"fields\":[" + field + "]}";
    }

    private void topic(String name, String schema, Map<String, String> config) {
        topics.put(name, new TopicState(name, List.of(new PartitionState(List.of(1), false)), new TreeMap<>(config)));
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
        parser.setValidateDefaults(false);
        Registered latest = new Registered(1, 1, schema, Optional.of(parser.parse(schema)), List.of());
        subjects.put(name + "-value", new SubjectState(name + "-value", Compatibility.BACKWARD, List.of(latest), true));
    }

    private Exported export() {
        return Export.of(
                "odd",
                topics,
                new RegistryState(subjects, new TreeMap<>(), new TreeSet<>(), true, Collections.emptySortedMap()));
    }

    private Topology load(Exported exported) throws Exception {
        Path file = Files.writeString(directory.resolve("topology.yaml"), exported.yaml());
        Files.createDirectories(directory.resolve("schemas"));
        for (Map.Entry<String, String> schema : exported.schemas().entrySet()) {
            Files.writeString(directory.resolve(schema.getKey()), schema.getValue());
        }
        return TopologyLoader.load(file, Optional.empty());
    }

    private static List<String> leftOut(Exported exported) {
        return exported.leftOut().stream().map(Exported.LeftOut::name).toList();
    }

    @Test
    void whatElseLiesInTheFolderOfTheSchemasIsNotTakenIn() throws Exception {
        topic("orders", PLAIN, Map.of());
        Path left = Files.createDirectories(directory.resolve("schemas")).resolve("org.example.old.Broken.avsc");
        Files.writeString(left, "{");

        assertThat(load(export()).topic("orders")).isPresent();
    }

    @Test
    void settingsThatTheFormatDoesNotKnowAreLeftOut() throws Exception {
        topic(
                "orders",
                PLAIN,
                Map.of(
                        "retention.ms", "5",
                        "leader.replication.throttled.replicas", "0:1",
                        "message.format.version", "2.8-IV1",
                        "confluent.tier.enable", "true"));
        Exported exported = export();
        Topic orders = load(exported).topic("orders").orElseThrow();
        assertThat(orders.config()).isEqualTo(Map.of("retention.ms", "5"));
        assertThat(leftOut(exported)).containsExactly("orders", "orders", "orders");
        assertThat(exported.leftOut().get(0).reason())
                .contains("its setting confluent.tier.enable=true, which no topology file can say");
    }

    @Test
    void aSmallNumberIsTakenAsTheBrokerWritesIt() throws Exception {
        topic("orders", PLAIN, Map.of("min.cleanable.dirty.ratio", "1.0E-4"));
        assertThat(load(export()).topic("orders").orElseThrow().config())
                .isEqualTo(Map.of("min.cleanable.dirty.ratio", "1.0E-4"));
    }

    @Test
    void topicsThatTheFormatRefusesAreLeftOut() throws Exception {
        topic("a-small", PLAIN, Map.of("segment.bytes", "1000"));
        topic("b-unsafe", PLAIN, Map.of("min.insync.replicas", "2"));
        topic("c-dashed", record("org.ex-ample", "{\"name\":\"id\",\"type\":\"string\"}"), Map.of());
        topic("d-default", record("org.broken", "{\"name\":\"id\",\"type\":\"long\",\"default\":\"none\"}"), Map.of());
        topic("e-right", PLAIN, Map.of());
        Exported exported = export();
        assertThat(load(exported).topics()).extracting(Topic::name).containsExactly("e-right");
        assertThat(exported.topics()).isEqualTo(1);
        assertThat(exported.schemas()).containsOnlyKeys("schemas/org.example.Paid.avsc");
        assertThat(leftOut(exported)).containsExactly("a-small", "b-unsafe", "c-dashed", "d-default");
        assertThat(exported.leftOut())
                .extracting(Exported.LeftOut::reason)
                .satisfiesExactly(
                        small -> assertThat(small).contains("no topology file can say it", "segment.bytes", "1048576"),
                        unsafe -> assertThat(unsafe).contains("min.insync.replicas"),
                        dashed -> assertThat(dashed).contains("org.ex-ample.Paid", "Avro does not allow"),
                        broken -> assertThat(broken).contains("no topology file can say it", "default"));
    }

    @Test
    void aTopicThatIsLeftOutKeepsNoOtherOut() throws Exception {
        topic("a-uneven", record("org.example", "{\"name\":\"id\",\"type\":\"long\"}"), Map.of());
        topics.put(
                "a-uneven",
                new TopicState(
                        "a-uneven",
                        List.of(new PartitionState(List.of(1), false), new PartitionState(List.of(1, 2), false)),
                        new TreeMap<>()));
        topic("b-several", PLAIN, Map.of());
        subjects.remove("b-several-value");
        several("b-several", "Paid", "long", Compatibility.BACKWARD);
        several("b-several", "Refused", "long", Compatibility.FULL);
        topic("orders-events", PLAIN, Map.of());
        subjects.remove("orders-events-value");
        topic("orders_events", PLAIN, Map.of());
        Exported exported = export();
        assertThat(load(exported).topics()).extracting(Topic::name).containsExactly("orders_events");
        assertThat(leftOut(exported)).containsExactly("a-uneven", "b-several", "orders-events");
    }

    /** A subject of a topic that has one for each record. */
    private void several(String topic, String record, String idType, Compatibility level) {
        String schema = record("org.example", "{\"name\":\"id\",\"type\":\"" + idType + "\"}")
                .replace("\"Paid\"", "\"" + record + "\"");
        Registered latest = new Registered(1, 1, schema, Optional.of(new Schema.Parser().parse(schema)), List.of());
        String name = topic + "-org.example." + record;
        subjects.put(name, new SubjectState(name, level, List.of(latest), true));
    }

    @Test
    void typesOfOneTopicThatContradictOneAnotherAreToldAsThat() {
        topics.put("events", new TopicState("events", List.of(new PartitionState(List.of(1), false)), new TreeMap<>()));
        nesting("events", "Paid", "long");
        nesting("events", "Sent", "string");
        assertThat(export().leftOut())
                .extracting(Exported.LeftOut::reason)
                .containsExactly(
                        "subject events-org.example.Sent: its type org.example.Place is another one than that of"
                                + " a subject before it");
    }

    private void nesting(String topic, String record, String placeType) {
        String schema = "{\"type\":\"record\",\"name\":\"" + record + "\",\"namespace\":\"org.example\",\"fields\":["
                + "{\"name\":\"place\",\"type\":{\"type\":\"record\",\"name\":\"Place\",\"fields\":["
                + "{\"name\":\"x\",\"type\":\"" + placeType + "\"}]}}]}";
        Registered latest = new Registered(1, 1, schema, Optional.of(new Schema.Parser().parse(schema)), List.of());
        String name = topic + "-org.example." + record;
        subjects.put(name, new SubjectState(name, Compatibility.BACKWARD, List.of(latest), true));
    }

    @Test
    void aPackageThatJavaDoesNotAllowIsNotTheNamespaceOfTheFile() throws Exception {
        topic("a-keyword", record("com.new", "{\"name\":\"id\",\"type\":\"string\"}"), Map.of());
        topic("b-right", PLAIN, Map.of());
        assertThat(load(export()).topic("b-right")).isPresent();
    }
}
