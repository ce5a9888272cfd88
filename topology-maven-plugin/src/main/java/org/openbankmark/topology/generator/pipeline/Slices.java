package org.openbankmark.topology.generator.pipeline;

import java.util.Optional;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.output.Digest;
import org.openbankmark.topology.generator.record.Origin;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/**
 * Digests of what single files are made from, so that an edit needs to make only those files again that it can change. Each digest
 * has more in it than its emitter reads: the configuration, the names of all classes (any of them may force a longer name on
 * another), and for what belongs to a topic or a service all topics and services. Places in the file are in none, for no
 * generated file has one. Safe for use by several threads.
 */
final class Slices {
    private final TopologySources sources;
    private final Origin origin;
    private final String everything;
    private final String topics;

    Slices(GenerationRequest request, Topology topology, JavaNames names, TopologySources sources, Origin origin) {
        this.sources = sources;
        this.origin = origin;
        Digest common = new Digest()
                .add(RequestBasis.configuration(request))
                .add(String.valueOf(request.topologyFile().getFileName()))
                .add(topology.name())
                .add(topology.namespace())
                .add(text(topology.doc()));
        names.classes().forEach(common::add);
        this.everything = common.hex();
        Digest all = new Digest().add(everything);
        topology.topics().forEach(topic -> all.add(meaning(topic)));
        topology.services().forEach(service -> all.add(meaning(service)));
        this.topics = all.hex();
    }

    /** What the files of a type are made from: its schema, which has those of all types within, and what no schema tells. */
    String of(NamedType type, String schema) {
        Digest digest = new Digest()
                .add(everything)
                .add("type")
                .add(type.getClass().getSimpleName())
                .add(type.fullName())
                .add(origin.of(type))
                .add(text(type.doc()))
                .add(schema);
        if (type instanceof RecordType record) {
            for (Field field : record.fields()) {
                digest.add(field.name() + "/" + field.secret() + "/" + text(field.doc()));
            }
            for (ClassName implemented : sources.interfaces(record)) {
                digest.add(implemented.qualifiedName());
            }
        }
        return digest.hex();
    }

    /** What a file about a topic or a service, or about all of them, is made from. */
    String of(String kind, String name) {
        return new Digest().add(topics).add(kind).add(name).hex();
    }

    private static String meaning(Topic topic) {
        return String.join(
                "\n",
                topic.name(),
                topic.types().toString(),
                topic.subjectStrategy().toString(),
                topic.partitions() + "/" + topic.replicas(),
                text(topic.key()),
                topic.config().toString(),
                topic.compatibility().toString(),
                topic.replies().toString(),
                text(topic.deadLetter()),
                text(topic.doc()),
                text(topic.deprecated()),
                topic.preventDelete() + "/" + topic.declared(),
                topic.path());
    }

    private static String meaning(Service service) {
        return String.join(
                "\n",
                service.name(),
                service.consumes().toString(),
                service.produces().toString(),
                text(service.doc()),
                service.path());
    }

    // As toString gives them, but without the machinery that the JVM would build for it: it is called for each field.
    private static String text(Optional<String> text) {
        return text.isPresent() ? "said " + text.get() : "nothing";
    }

    private static String text(KeySpec key) {
        return key.getClass().getSimpleName() + (key instanceof KeySpec.Fields fields ? fields.paths() : "");
    }
}
