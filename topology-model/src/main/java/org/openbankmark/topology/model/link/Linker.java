package org.openbankmark.topology.model.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawRecord;
import org.openbankmark.topology.model.raw.RawTopology;
import org.openbankmark.topology.model.raw.RawType;
import org.openbankmark.topology.model.raw.RawTypes;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.RecordType;

/** Links one topology. */
public final class Linker {
    private final RawTopology raw;
    private final List<RawTypes> files;
    private final ProblemCollector problems;
    private final NamedTypes named = new NamedTypes();
    private final Map<String, RawType.Alias> aliases = new LinkedHashMap<>();
    private final Map<RecordType, RawRecord> records = new LinkedHashMap<>();
    private final Set<String> secretNames = new HashSet<>();
    private final FixedTypes fixed;

    private Linker(RawTopology raw, List<RawTypes> files, ProblemCollector problems) {
        this.raw = raw;
        this.files = files;
        this.problems = problems;
        this.fixed = new FixedTypes(raw.namespace().value(), named);
    }

    /**
     * Links.
     *
     * @param files the types of the main file and of all imported ones
     * @param inputs all files that were read
     * @throws InvalidTopologyException if the collector has any problem by then
     */
    public static Topology link(
            RawTopology raw,
            List<RawTypes> files,
            List<Path> inputs,
            Optional<RawEnvironment> environment,
            ProblemCollector problems)
            throws InvalidTopologyException {
        return new Linker(raw, files, problems).link(inputs, environment);
    }

    private Topology link(List<Path> inputs, Optional<RawEnvironment> environment) throws InvalidTopologyException {
        defineTypes();
        TypeResolver resolver = new TypeResolver(named, aliases, secretNames, fixed);
        RecordLinker recordLinker = new RecordLinker(resolver);
        ProblemCollector atRecords = problems.at("records");
        records.forEach((type, record) -> recordLinker.resolve(type, record, atRecords.at(type.name())));
        recordLinker.link(atRecords);
        Map<String, Topic> topics = new TopicLinker(
                        resolver, new Deployments(raw.defaults(), environment), problems.at("topics"))
                .link(raw.topics());
        problems.throwIfAny();
        return new Topology(
                raw.name().value(),
                raw.namespace().value(),
                raw.doc(),
                named.all(),
                List.copyOf(topics.values()),
                services(),
                graphQl(),
                raw.source().name(),
                inputs,
                "");
    }

    private void defineTypes() {
        ProblemCollector atTypes = problems.at("types");
        for (RawTypes file : files) {
            for (RawType type : file.types()) {
                if (type instanceof RawType.Symbols symbols) {
                    define(symbols, atTypes.at(symbols.name().value()));
                } else if (type instanceof RawType.Alias alias) {
                    aliases.put(alias.name().value(), alias);
                    fixed.define(alias, atTypes.at(alias.name().value()));
                }
            }
            for (RawRecord record : file.records()) {
                define(record, problems.at("records").at(record.name().value()));
            }
        }
    }

    private void define(RawType.Symbols raw, ProblemCollector here) {
        List<String> symbols = raw.symbols().stream().map(Spanned::value).toList();
        Optional<String> defaultSymbol = raw.defaultSymbol().map(Spanned::value);
        String name = raw.name().value();
        Schema schema =
                Schema.createEnum(name, raw.doc().orElse(null), raw.namespace(), symbols, defaultSymbol.orElse(null));
        raw.aliases().forEach(alias -> schema.addAlias(alias.value()));
        EnumType type = new EnumType(
                name,
                raw.namespace(),
                symbols,
                defaultSymbol,
                raw.doc(),
                raw.name().span().location(),
                "types." + name,
                schema);
        named.add(type, raw.name().span(), here);
        if (raw.secret()) {
            secretNames.add(type.fullName());
        }
    }

    private void define(RawRecord raw, ProblemCollector here) {
        String name = raw.name().value();
        Schema schema = Schema.createRecord(name, raw.doc().orElse(null), raw.namespace(), false);
        raw.aliases().forEach(alias -> schema.addAlias(alias.value()));
        RecordType type = new RecordType(
                name, raw.namespace(), raw.doc(), raw.name().span().location(), "records." + name, schema);
        if (named.add(type, raw.name().span(), here)) {
            records.put(type, raw);
        }
    }

    private List<Service> services() {
        List<Service> services = new ArrayList<>();
        for (var service : raw.services()) {
            services.add(new Service(
                    service.name().value(),
                    service.consumes().stream().map(Spanned::value).toList(),
                    service.produces().stream().map(Spanned::value).toList(),
                    service.doc(),
                    service.name().span().location(),
                    "services." + service.name().value()));
        }
        return services;
    }

    private GraphQl graphQl() {
        return new GraphQl(
                raw.graphql().subscriptions().stream()
                        .map(s -> new GraphQl.Subscription(
                                s.topic().value(),
                                s.filter().stream().map(Spanned::value).toList(),
                                s.topic().span().location()))
                        .toList(),
                raw.graphql().mutations().stream()
                        .map(m -> new GraphQl.Mutation(m.value(), m.span().location()))
                        .toList());
    }
}
