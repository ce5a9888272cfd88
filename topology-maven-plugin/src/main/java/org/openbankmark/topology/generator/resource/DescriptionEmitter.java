package org.openbankmark.topology.generator.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.model.Environment;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.RecordType;

/**
 * The topology as one JSON document beside the schemas: enough to compare a live cluster with a jar, or to work with the
 * topology where its file is not at hand.
 */
public final class DescriptionEmitter implements Emitter<Topology> {
    /** Counts up when readers must know of a change. */
    private static final int FORMAT = 1;

    @Override
    public List<GeneratedFile> emit(Topology topology) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("topology", topology.name());
        document.put("namespace", topology.namespace());
        document.put("fingerprint", topology.fingerprint());
        topology.doc().ifPresent(doc -> document.put("doc", doc));
        document.put(
                "topics",
                topology.topics().stream().map(DescriptionEmitter::topic).toList());
        document.put(
                "services",
                topology.services().stream().map(DescriptionEmitter::service).toList());
        if (!topology.environments().isEmpty()) {
            document.put("environments", environments(topology));
        }
        document.put("schemas", schemas(topology));
        return List.of(new GeneratedFile(
                GeneratedFile.Kind.RESOURCE,
                ResourcePaths.description(topology),
                JsonWriter.write(document),
                "the topology " + topology.name()));
    }

    private static Map<String, Object> topic(Topic topic) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", topic.name());
        entry.put("partitions", topic.partitions());
        entry.put("replicas", topic.replicas());
        if (!topic.isRaw()) {
            entry.put("key", key(topic.key()));
            entry.put("compatibility", topic.compatibility().name());
            entry.put("subjects", subjects(topic));
        }
        if (!topic.config().isEmpty()) {
            entry.put("config", topic.config());
        }
        if (!topic.replies().isEmpty()) {
            entry.put("replies", topic.replies());
        }
        topic.deadLetter().ifPresent(name -> entry.put("deadLetter", name));
        topic.doc().ifPresent(doc -> entry.put("doc", doc));
        topic.deprecated().ifPresent(reason -> entry.put("deprecated", reason));
        if (topic.preventDelete()) {
            entry.put("preventDelete", true);
        }
        return entry;
    }

    /** As in the topology file: field paths, {@code $time}, or {@code none}. */
    private static Object key(KeySpec key) {
        if (key instanceof KeySpec.Fields fields) {
            return fields.paths();
        }
        return key instanceof KeySpec.Time ? "$time" : "none";
    }

    private static Map<String, Object> subjects(Topic topic) {
        Map<String, Object> subjects = new LinkedHashMap<>();
        for (RecordType type : topic.types()) {
            subjects.put(topic.subject(type), type.fullName());
        }
        return subjects;
    }

    private static Map<String, Object> service(Service service) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", service.name());
        service.doc().ifPresent(doc -> entry.put("doc", doc));
        entry.put("consumes", service.consumes());
        entry.put("produces", service.produces());
        return entry;
    }

    /** By name: what is otherwise there than the topics say. */
    private static Map<String, Object> environments(Topology topology) {
        Map<String, Object> environments = new LinkedHashMap<>();
        for (Environment environment : topology.environments()) {
            environments.put(
                    environment.name(),
                    environment.partitions().isEmpty() ? Map.of() : Map.of("partitions", environment.partitions()));
        }
        return environments;
    }

    /** The schemas' paths on the class path, by the records' full names. */
    private static Map<String, Object> schemas(Topology topology) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        topology.types().stream()
                .filter(RecordType.class::isInstance)
                .forEach(type -> schemas.put(type.fullName(), ResourcePaths.schema(topology, type)));
        return schemas;
    }
}
