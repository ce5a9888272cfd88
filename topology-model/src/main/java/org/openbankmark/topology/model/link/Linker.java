package org.openbankmark.topology.model.link;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbankmark.topology.model.Environment;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.avro.ImportedSchemas;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawTopology;
import org.openbankmark.topology.model.raw.RawType;
import org.openbankmark.topology.model.raw.RawTypes;
import org.openbankmark.topology.model.type.NamedType;

/** Links one topology. */
public final class Linker {
    private final RawTopology raw;
    private final List<RawTypes> files;
    private final ImportedSchemas schemas;
    private final ProblemCollector problems;
    private final NamedTypes named = new NamedTypes();

    private Linker(RawTopology raw, List<RawTypes> files, ImportedSchemas schemas, ProblemCollector problems) {
        this.raw = raw;
        this.files = files;
        this.schemas = schemas;
        this.problems = problems;
    }

    /**
     * Links.
     *
     * @param files the types of the main file and of all imported ones
     * @param schemas the types from Avro schema files
     * @param inputs all files that were read
     * @throws InvalidTopologyException if the collector has any problem by then
     */
    public static Topology link(
            RawTopology raw,
            List<RawTypes> files,
            ImportedSchemas schemas,
            List<Path> inputs,
            Optional<RawEnvironment> environment,
            ProblemCollector problems)
            throws InvalidTopologyException {
        return new Linker(raw, files, schemas, problems).link(inputs, environment);
    }

    private Topology link(List<Path> inputs, Optional<RawEnvironment> environment) throws InvalidTopologyException {
        FixedTypes fixed = new FixedTypes(named);
        TypeDefinitions definitions = new TypeDefinitions(named, fixed, problems);
        files.forEach(definitions::define);
        schemas.broken().forEach(definitions::markBroken);
        schemas.types().forEach(type -> named.add(type.value(), type.span(), problems));
        definitions.checkAliases();
        TypeResolver resolver =
                new TypeResolver(named, definitions.aliases(), definitions.secretNames(), definitions.broken(), fixed);
        resolveAliases(definitions, resolver);
        RecordLinker records = new RecordLinker(resolver, problems.at("records"));
        definitions.records().forEach(records::resolve);
        InfiniteRecords.report(records.fieldTypes(), problems.at("records"));
        records.link();
        Map<String, LinkedTopic> topics = topics(resolver, records, environment);
        List<Service> services = new ServiceLinker(topics, problems.at("services")).link(raw.services());
        GraphQl graphQl = new GraphQlLinker(topics, records, problems.at("graphql")).link(raw.graphql());
        problems.throwIfAny();
        List<Topic> all = topics.values().stream().map(LinkedTopic::topic).toList();
        List<NamedType> types = named.all();
        String name = raw.name().value();
        String namespace = raw.namespace().value();
        return new Topology(
                name,
                namespace,
                raw.doc(),
                types,
                all,
                services,
                graphQl,
                environments(topics.values()),
                raw.source().name(),
                inputs,
                Fingerprint.of(name, namespace, raw.doc(), types, all, services, graphQl));
    }

    private List<Environment> environments(Collection<LinkedTopic> topics) {
        return raw.environments().stream()
                .map(environment -> {
                    Deployments deployments = new Deployments(raw.defaults(), Optional.of(environment));
                    SortedMap<String, Integer> partitions = new TreeMap<>();
                    for (LinkedTopic topic : topics) {
                        int there = Deployments.partitions(deployments.of(topic));
                        if (there != topic.topic().partitions()) {
                            partitions.put(topic.topic().name(), there);
                        }
                    }
                    return new Environment(environment.name().value(), partitions);
                })
                .toList();
    }

    // An alias that nothing uses is checked too.
    private void resolveAliases(TypeDefinitions definitions, TypeResolver resolver) {
        for (RawType.Alias alias : definitions.aliases().values()) {
            resolver.resolveAlias(alias, problems);
        }
    }

    private Map<String, LinkedTopic> topics(
            TypeResolver resolver, RecordLinker records, Optional<RawEnvironment> environment) {
        ProblemCollector atTopics = problems.at("topics");
        Deployments deployments = new Deployments(raw.defaults(), environment);
        Map<String, LinkedTopic> topics = new LinkedHashMap<>(
                new TopicLinker(resolver, new KeyLinker(records), deployments, atTopics).link(raw.topics()));
        topics.putAll(new DeadLetters(topics, deployments, atTopics).link());
        new TopicRules(raw, topics, problems).check();
        return topics;
    }
}
