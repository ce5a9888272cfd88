package org.openbankmark.topology.generator.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
     * All files for a topology.
     *
     * @throws InvalidTopologyException if something of it has no name in Java
     */
    static List<GeneratedFile> of(GenerationRequest request, Topology topology) throws InvalidTopologyException {
        JavaNames names = JavaNames.of(topology);
        Origin origin = new Origin(GENERATOR + " " + request.generatorVersion(), fileName(request));
        TopologySources sources = new TopologySources(topology, names, origin);
        List<GeneratedFile> files = new ArrayList<>();
        TypeFiles types = new TypeFiles(names, origin, sources::interfaces, request.wants(Part.TEST_SUPPORT));
        files.addAll(types.emitAll(topology.types()));
        SchemaEmitter schemas = new SchemaEmitter(topology);
        for (NamedType type : topology.types()) {
            if (type instanceof RecordType record) {
                files.addAll(schemas.emit(record));
            }
        }
        files.addAll(new DescriptionEmitter().emit(topology));
        files.addAll(new TopicsEmitter(sources).emit(topology));
        SealedInterfaceEmitter interfaces = new SealedInterfaceEmitter(sources);
        for (Topic topic : topology.topics()) {
            files.addAll(interfaces.emit(topic));
        }
        if (request.wants(Part.CLIENTS)) {
            clients(topology, sources, files);
        }
        if (request.wants(Part.GRAPHQL) && GraphQlSchema.isWanted(topology)) {
            GraphQlSources graphql = new GraphQlSources(names, sources, origin);
            files.addAll(new SdlEmitter().emit(topology));
            files.addAll(new RecordWiringEmitter(graphql).emit(GraphQlSchema.of(topology)));
            files.addAll(new EntryWiringEmitter(graphql).emit(topology));
        }
        return files;
    }

    private static void clients(Topology topology, TopologySources sources, List<GeneratedFile> files) {
        ProducerEmitter producers = new ProducerEmitter(sources);
        ConsumerEmitter consumers = new ConsumerEmitter(sources);
        RequestsEmitter requests = new RequestsEmitter(sources);
        HandlerEmitter handlers = new HandlerEmitter(sources);
        for (Topic topic : topology.topics()) {
            files.addAll(producers.emit(topic));
            files.addAll(consumers.emit(topic));
            files.addAll(requests.emit(topic));
            files.addAll(handlers.emit(topic));
        }
        files.addAll(new ClientsEmitter(sources).emit(topology));
        ServiceEmitter services = new ServiceEmitter(topology, sources);
        for (Service service : topology.services()) {
            files.addAll(services.emit(service));
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
