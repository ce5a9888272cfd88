package org.openbankmark.topology.sync.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.config.TopicSettings;
import org.openbankmark.topology.sync.render.Json;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;
import org.openbankmark.topology.sync.state.TopicState;

/** Makes a topology file of topics and subjects. Does no I/O. Used once, by one thread. */
final class Exporter {
    private static final String FOLDER = "schemas/";

    private final NamedSchemas schemas = new NamedSchemas();
    private final List<Exported.LeftOut> leftOut = new ArrayList<>();
    /** Topics that are in the file, by what is left of their names in the names of classes. */
    private final Map<String, String> classNames = new HashMap<>();

    private final List<String> topicLines = new ArrayList<>();
    /** By how many lines of topics come before them. */
    private final NavigableMap<Integer, String> starts = new TreeMap<>();

    private final SortedMap<String, SortedSet<String>> users = new TreeMap<>();
    private final Map<String, String> without;

    private Exporter(Map<String, String> without) {
        this.without = without;
    }

    /**
     * The file that describes the topics that have Avro schemas. Whether it is a right one its reader knows.
     *
     * @param without topics that it leaves out all the same, with the reasons
     */
    static Exported export(
            String name, SortedMap<String, TopicState> topics, RegistryState registry, Map<String, String> without) {
        Exporter exporter = new Exporter(without);
        topics.values().forEach(topic -> exporter.topic(topic, registry));
        return exporter.finish(name);
    }

    private void topic(TopicState topic, RegistryState registry) {
        String known = without.get(topic.name());
        if (known != null) {
            leave(topic, known);
            return;
        }
        if (topic.name().startsWith(".") || topic.partitions().isEmpty()) {
            leave(topic, "its name or its partitions cannot be said in a topology file");
            return;
        }
        if (topic.config().getOrDefault("cleanup.policy", "").contains("compact")) {
            // A guessed key would make programs write records where no reader looks for them.
            leave(
                    topic,
                    "it is compacted, so the file must say its key, which cannot be read off a cluster: add it by hand");
            return;
        }
        if (topic.partitions().stream()
                        .map(PartitionState::replicas)
                        .mapToInt(List::size)
                        .distinct()
                        .count()
                > 1) {
            leave(topic, "its partitions have different numbers of replicas");
            return;
        }
        SubjectState single = registry.subjects().get(topic.name() + "-value");
        List<SubjectState> subjects = single != null ? List.of(single) : subjects(topic, registry);
        if (subjects.isEmpty()) {
            leave(topic, "the registry has no subject " + topic.name() + "-value: its values are not known to be Avro");
            return;
        }
        take(topic, subjects)
                .ifPresentOrElse(
                        problem -> leave(topic, problem),
                        () -> write(
                                topic,
                                subjects.stream().map(Exporter::record).toList(),
                                single != null,
                                subjects.get(0).level()));
    }

    private static List<SubjectState> subjects(TopicState topic, RegistryState registry) {
        return registry.subjects().values().stream()
                .filter(subject -> isTopicRecordName(topic.name(), subject))
                .toList();
    }

    private static String record(SubjectState subject) {
        return subject.latest().schema().map(Schema::getFullName).orElseThrow();
    }

    /** Confluent's TopicRecordNameStrategy. */
    private static boolean isTopicRecordName(String topic, SubjectState subject) {
        return subject.latest()
                .schema()
                .map(schema -> schema.getType() == Schema.Type.RECORD
                        && subject.name().equals(topic + "-" + schema.getFullName()))
                .orElse(false);
    }

    /** Claims the topic's names and takes its types in; says why not, if it is not possible, and leaves all to others then. */
    private Optional<String> take(TopicState topic, List<SubjectState> subjects) {
        SortedMap<String, Schema> records = new TreeMap<>();
        for (SubjectState subject : subjects) {
            Optional<String> problem = problem(subject, subjects.get(0).level());
            if (problem.isPresent()) {
                return Optional.of("subject " + subject.name() + ": " + problem.get());
            }
            records.put(subject.name(), subject.latest().schema().orElseThrow());
        }
        String alike = topic.name().replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
        String other = classNames.get(alike);
        if (other != null) {
            return Optional.of("its name is too like that of " + other + ": their generated classes would share names");
        }
        Optional<String> conflict = schemas.add(records);
        if (conflict.isEmpty()) {
            classNames.put(alike, topic.name());
        }
        return conflict;
    }

    private static Optional<String> problem(SubjectState subject, Compatibility level) {
        Optional<Schema> schema = subject.latest().schema();
        if (schema.isEmpty()) {
            return Optional.of("its latest version is no Avro schema that can be read");
        }
        if (schema.get().getType() != Schema.Type.RECORD) {
            return Optional.of(
                    "its latest version is no record but " + schema.get().getType());
        }
        return subject.level() == level
                ? Optional.empty()
                : Optional.of("its level " + subject.level() + " differs from that of the topic's other subjects");
    }

    private void leave(TopicState topic, String reason) {
        leftOut.add(new Exported.LeftOut(topic.name(), reason));
    }

    private void write(TopicState topic, List<String> types, boolean single, Compatibility level) {
        starts.put(topicLines.size(), topic.name());
        for (String record : types) {
            schemas.typesOf(record).forEach(type -> users.computeIfAbsent(path(type), unused -> new TreeSet<>())
                    .add(topic.name()));
        }
        topicLines.add("  " + YamlText.key(topic.name()) + ":");
        topicLines.add("    type: " + (single ? types.get(0) : "[" + String.join(", ", types) + "]"));
        topicLines.add("    partitions: " + topic.partitions().size());
        topicLines.add("    replicas: " + topic.replicas());
        topicLines.add("    compatibility: " + level);
        List<String> settings = settings(topic);
        if (!settings.isEmpty()) {
            topicLines.add("    config:");
            topicLines.addAll(settings);
        }
    }

    private List<String> settings(TopicState topic) {
        List<String> lines = new ArrayList<>();
        topic.config().forEach((name, value) -> {
            if (TopicSettings.byName().containsKey(name)) {
                lines.add("      " + name + ": " + YamlText.scalar(value));
            } else {
                leave(
                        topic,
                        "its setting " + name + "=" + value + ", which no topology file can say; the rest is in it");
            }
        });
        return lines;
    }

    private Exported finish(String name) {
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                        "# Written by sync-cli export from what exists. Say next what cannot be read off a cluster: the keys of the\n")
                .append("# topics (key: FIELD), the services, and documentation.\n")
                .append("topology: ")
                .append(name)
                .append('\n')
                .append("namespace: ")
                .append(namespace())
                .append('\n');
        SortedMap<String, String> files = files();
        if (!files.isEmpty()) {
            // By name: whatever else lies in the folder, or will, is not of this cluster.
            yaml.append("schemas:\n");
            files.keySet()
                    .forEach(file ->
                            yaml.append("  - ").append(YamlText.scalar(file)).append('\n'));
        }
        yaml.append(topicLines.isEmpty() ? "\ntopics: {}\n" : "\ntopics:\n");
        int before = (int) yaml.chars().filter(each -> each == '\n').count();
        topicLines.forEach(line -> yaml.append(line).append('\n'));
        if (!leftOut.isEmpty()) {
            yaml.append("\n# Left out; a plan lists them and leaves them alone:\n");
            leftOut.forEach(each -> yaml.append("#   ")
                    .append(each.name())
                    .append(": ")
                    .append(each.reason().replaceAll("\\s+", " "))
                    .append('\n'));
        }
        NavigableMap<Integer, String> lines = new TreeMap<>();
        starts.forEach((start, topic) -> lines.put(before + start + 1, topic));
        return new Exported(yaml.toString(), files, starts.size(), leftOut, lines, users);
    }

    private String namespace() {
        return schemas.types().keySet().stream()
                .filter(type -> users.containsKey(path(type)))
                .map(type -> type.substring(0, type.lastIndexOf('.')))
                // It becomes a Java package.
                .filter(namespace -> SourceVersion.isName(namespace) && !(namespace + ".").startsWith("java."))
                .findFirst()
                .orElse("org.example.events");
    }

    private SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        schemas.types().forEach((name, type) -> {
            if (users.containsKey(path(name))) {
                files.put(path(name), Json.text(ordered(type)));
            }
        });
        return files;
    }

    private static String path(String type) {
        return FOLDER + type + ".avsc";
    }

    /** Name and namespace first, as people write it. */
    private static JsonNode ordered(JsonNode type) {
        ObjectNode ordered = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        for (String first : new String[] {"type", "name", "namespace"}) {
            ordered.set(first, type.get(first));
        }
        type.properties().forEach(property -> {
            if (!ordered.has(property.getKey())) {
                ordered.set(property.getKey(), property.getValue());
            }
        });
        return ordered;
    }
}
