package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.Piece;
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

    /** With the annotation's full name where the class itself has its simple one. */
    private static final Pattern MARK =
            Pattern.compile("@(?:javax\\.annotation\\.processing\\.)?Generated\\(\\s*value = \"" + GENERATOR + " ");

    private Emission() {}

    /**
     * All pieces for a topology, always in the same order.
     *
     * @param intact whether the files made from a slice are on the disk already; then they are not made again
     * @throws InvalidTopologyException if something of it has no name in Java
     */
    static List<Piece> of(GenerationRequest request, Topology topology, Predicate<String> intact, Workers workers)
            throws InvalidTopologyException, IOException {
        JavaNames names = JavaNames.of(topology);
        Origin origin = new Origin(GENERATOR + " " + request.generatorVersion(), topology.source());
        TopologySources sources = new TopologySources(topology, names, origin);
        Slices slices = new Slices(request, topology, names, sources, origin);
        TypeFiles types = new TypeFiles(names, origin, sources::interfaces, request.wants(Part.TEST_SUPPORT));
        SchemaEmitter schemas = new SchemaEmitter(topology);
        List<Supplier<Piece>> parts = new ArrayList<>();
        // The longest first, so that no thread is left with one of them while the others have nothing to do.
        parts.add(() -> made("", new DescriptionEmitter().emit(topology)));
        parts.add(() -> made("", new TopicsEmitter(sources).emit(topology)));
        for (NamedType type : TypeFiles.withFiles(topology.types())) {
            parts.add(() -> {
                String slice = slices.of(type, type.schema().toString());
                return intact.test(slice) ? kept(slice) : made(slice, ofType(type, types, schemas));
            });
        }
        Sliced sliced = (kind, name, emitter) -> parts.add(() -> {
            String slice = slices.of(kind, name);
            return intact.test(slice) ? kept(slice) : made(slice, emitter.get());
        });
        topics(request, topology, sources, sliced);
        if (request.wants(Part.GRAPHQL) && GraphQlSchema.isWanted(topology)) {
            GraphQlSources graphql = new GraphQlSources(names, sources, origin);
            parts.add(() -> made("", new SdlEmitter().emit(topology)));
            parts.add(() -> made("", new RecordWiringEmitter(graphql).emit(GraphQlSchema.of(topology))));
            parts.add(() -> made("", new EntryWiringEmitter(graphql).emit(topology)));
        }
        return workers.map(parts, Supplier::get);
    }

    /** Takes an emitter whose output depends on topics and services alone. */
    @FunctionalInterface
    private interface Sliced {
        void add(String kind, String name, Supplier<List<GeneratedFile>> emitter);
    }

    private static Piece kept(String slice) {
        return new Piece(slice, Optional.empty());
    }

    private static Piece made(String slice, List<GeneratedFile> files) {
        return new Piece(slice, Optional.of(files));
    }

    private static List<GeneratedFile> ofType(NamedType type, TypeFiles types, SchemaEmitter schemas) {
        List<GeneratedFile> files = new ArrayList<>(types.emit(type));
        if (type instanceof RecordType record) {
            files.addAll(schemas.emit(record));
        }
        return files;
    }

    private static void topics(GenerationRequest request, Topology topology, TopologySources sources, Sliced sliced) {
        List<Emitter<Topic>> emitters = new ArrayList<>();
        emitters.add(new SealedInterfaceEmitter(sources));
        if (request.wants(Part.CLIENTS)) {
            emitters.add(new ProducerEmitter(sources));
            emitters.add(new ConsumerEmitter(sources));
            emitters.add(new RequestsEmitter(sources));
            emitters.add(new HandlerEmitter(sources));
            sliced.add("clients", "", () -> new ClientsEmitter(sources).emit(topology));
            ServiceEmitter services = new ServiceEmitter(topology, sources);
            for (Service service : topology.services()) {
                sliced.add("service", service.name(), () -> services.emit(service));
            }
        }
        for (Topic topic : topology.topics()) {
            sliced.add("topic", topic.name(), () -> emitters.stream()
                    .flatMap(emitter -> emitter.emit(topic).stream())
                    .toList());
        }
    }

    /** Whether a file that is on the disk bears the mark of a generated one: the annotation of every generated class. */
    static boolean isGenerated(String content) {
        return MARK.matcher(content).find();
    }
}
