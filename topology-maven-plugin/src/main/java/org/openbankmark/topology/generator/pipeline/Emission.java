package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.client.ClientsEmitter;
import org.openbankmark.topology.generator.client.ConsumerEmitter;
import org.openbankmark.topology.generator.client.HandlerEmitter;
import org.openbankmark.topology.generator.client.ProducerEmitter;
import org.openbankmark.topology.generator.client.RequestsEmitter;
import org.openbankmark.topology.generator.client.ServiceEmitter;
import org.openbankmark.topology.generator.graphql.EntryWiringEmitter;
import org.openbankmark.topology.generator.graphql.GraphQlSources;
import org.openbankmark.topology.generator.graphql.RecordWiringEmitter;
import org.openbankmark.topology.generator.graphql.SdlEmitter;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.record.Origin;
import org.openbankmark.topology.generator.record.TypeFiles;
import org.openbankmark.topology.generator.resource.DescriptionEmitter;
import org.openbankmark.topology.generator.resource.SchemaEmitter;
import org.openbankmark.topology.generator.topic.SealedInterfaceEmitter;
import org.openbankmark.topology.generator.topic.TopicsEmitter;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.generator.work.Workers;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.graphql.GraphQlSchema;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/** Which emitters make what a request asks for. */
final class Emission {
    private static final String GENERATOR = "topology-maven-plugin";

    private static final Pattern MARK = Pattern.compile("@Generated\\(\\s*value = \"" + GENERATOR + " ");

    private Emission() {}

    /**
     * All files for a topology, always in the same order.
     *
     * @throws InvalidTopologyException if something of it has no name in Java
     */
    static List<GeneratedFile> of(GenerationRequest request, Topology topology, Workers workers)
            throws InvalidTopologyException, IOException {
        JavaNames names = JavaNames.of(topology);
        Origin origin = new Origin(GENERATOR + " " + request.generatorVersion(), fileName(request));
        TopologySources sources = new TopologySources(topology, names, origin);
        List<Supplier<List<GeneratedFile>>> parts = new ArrayList<>();
        TypeFiles types = new TypeFiles(names, origin, sources::interfaces, request.wants(Part.TEST_SUPPORT));
        for (NamedType type : TypeFiles.withFiles(topology.types())) {
            parts.add(() -> types.emit(type));
        }
        SchemaEmitter schemas = new SchemaEmitter(topology);
        for (NamedType type : topology.types()) {
            if (type instanceof RecordType record) {
                parts.add(() -> schemas.emit(record));
            }
        }
        parts.add(() -> new DescriptionEmitter().emit(topology));
        parts.add(() -> new TopicsEmitter(sources).emit(topology));
        SealedInterfaceEmitter interfaces = new SealedInterfaceEmitter(sources);
        for (Topic topic : topology.topics()) {
            parts.add(() -> interfaces.emit(topic));
        }
        if (request.wants(Part.CLIENTS)) {
            clients(topology, sources, parts);
        }
        if (request.wants(Part.GRAPHQL) && GraphQlSchema.isWanted(topology)) {
            GraphQlSources graphql = new GraphQlSources(names, sources, origin);
            parts.add(() -> new SdlEmitter().emit(topology));
            parts.add(() -> new RecordWiringEmitter(graphql).emit(GraphQlSchema.of(topology)));
            parts.add(() -> new EntryWiringEmitter(graphql).emit(topology));
        }
        List<GeneratedFile> files = new ArrayList<>();
        workers.map(parts, Supplier::get).forEach(files::addAll);
        return files;
    }

    private static void clients(
            Topology topology, TopologySources sources, List<Supplier<List<GeneratedFile>>> parts) {
        List<Emitter<Topic>> emitters = List.of(
                new ProducerEmitter(sources),
                new ConsumerEmitter(sources),
                new RequestsEmitter(sources),
                new HandlerEmitter(sources));
        for (Topic topic : topology.topics()) {
            for (Emitter<Topic> emitter : emitters) {
                parts.add(() -> emitter.emit(topic));
            }
        }
        parts.add(() -> new ClientsEmitter(sources).emit(topology));
        ServiceEmitter services = new ServiceEmitter(topology, sources);
        for (Service service : topology.services()) {
            parts.add(() -> services.emit(service));
        }
    }

    private static String fileName(GenerationRequest request) {
        return String.valueOf(request.topologyFile().getFileName());
    }

    /** Whether a file that is on the disk bears the mark of a generated one: the annotation of every generated class. */
    static boolean isGenerated(String content) {
        return MARK.matcher(content).find();
    }
}
