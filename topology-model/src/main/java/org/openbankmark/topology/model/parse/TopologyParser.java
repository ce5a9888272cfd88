package org.openbankmark.topology.model.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawGraphQl;
import org.openbankmark.topology.model.raw.RawService;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.raw.RawTopology;
import org.openbankmark.topology.model.raw.RawTypes;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlMapping;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** Reads whole files. */
public final class TopologyParser {
    /** Stands in for a name that is missing or wrong, so that the rest of the file can be checked. */
    private static final String UNKNOWN = "unknown";

    private static final String MAIN_START = "begin with 'topology: name' and 'namespace: com.example.events'";

    private TopologyParser() {}

    /** The main file; empty, with a problem reported, where it is no mapping. */
    public static Optional<RawTopology> parseMain(Source source, YamlNode root, ProblemCollector problems) {
        return reader(source, root, Grammar.TOPOLOGY, problems).map(file -> {
            Spanned<String> name = file.requiredText("topology", "begin with 'topology: name'")
                    .filter(text -> Names.topology(text, problems))
                    .orElse(new Spanned<>(UNKNOWN, source.start()));
            Spanned<String> namespace = file.requiredText("namespace", "add 'namespace: com.example.events'")
                    .filter(text -> Names.namespace(text, problems))
                    .orElse(new Spanned<>(UNKNOWN, source.start()));
            List<RawTopic> topics = new ArrayList<>();
            file.each(
                    "topics",
                    "topics by name, such as 'orders: { type: Order, key: id }'",
                    (entry, here) -> TopicParser.parse(entry, here).ifPresent(topics::add));
            List<RawService> services = new ArrayList<>();
            file.each(
                    "services",
                    "services by name, such as 'billing: { consumes: [orders] }'",
                    (entry, here) -> service(entry, here).ifPresent(services::add));
            return new RawTopology(
                    source,
                    name,
                    namespace,
                    file.prose("doc"),
                    defaults(file),
                    new TypesParser(namespace.value()).parse(file),
                    topics,
                    services,
                    graphQl(file),
                    environments(file));
        });
    }

    /**
     * A file that another one imports.
     *
     * @param namespace for its types where it has none of its own
     */
    public static Optional<RawTypes> parseImported(
            Source source, YamlNode root, String namespace, ProblemCollector problems) {
        return reader(source, root, Grammar.IMPORTED, problems).map(file -> {
            String own = file.text("namespace")
                    .filter(text -> Names.namespace(text, problems))
                    .map(Spanned::value)
                    .orElse(namespace);
            file.prose("doc");
            return new TypesParser(own).parse(file);
        });
    }

    private static Optional<MappingReader> reader(
            Source source, YamlNode root, Grammar grammar, ProblemCollector problems) {
        if (root instanceof YamlMapping mapping) {
            return Optional.of(MappingReader.of(mapping, grammar, source.start(), problems));
        }
        problems.report(Rule.WRONG_SHAPE, root.span(), "a topology file is a mapping, not " + root.shape(), MAIN_START);
        return Optional.empty();
    }

    private static RawDeployment defaults(MappingReader file) {
        return inner(file, "defaults", Grammar.DEFAULTS, "write 'defaults: { partitions: 1, replicas: 3 }'")
                .map(DeploymentParser::parse)
                .orElse(RawDeployment.NOTHING);
    }

    private static Optional<MappingReader> inner(MappingReader file, String key, Grammar grammar, String advice) {
        Optional<YamlNode> value = file.node(key);
        if (value.isPresent() && value.get() instanceof YamlMapping mapping) {
            return Optional.of(MappingReader.of(
                    mapping, grammar, file.keySpan(key), file.problems().at(key)));
        }
        value.ifPresent(wrong -> file.problems()
                .report(Rule.WRONG_SHAPE, wrong.span(), "'" + key + "' is a mapping, not " + wrong.shape(), advice));
        return Optional.empty();
    }

    private static Optional<RawService> service(YamlMapping.Entry entry, ProblemCollector problems) {
        Spanned<String> name = TypesParser.name(entry);
        if (!(entry.value() instanceof YamlMapping mapping)) {
            problems.report(
                    Rule.WRONG_SHAPE,
                    entry.value().span(),
                    "a service is a mapping, not " + entry.value().shape(),
                    "write '" + name.value() + ": { consumes: [topic], produces: [topic] }'");
            return Optional.empty();
        }
        MappingReader reader = MappingReader.of(mapping, Grammar.SERVICE, name.span(), problems);
        return Optional.of(
                new RawService(name, reader.texts("consumes"), reader.texts("produces"), reader.prose("doc")));
    }

    private static RawGraphQl graphQl(MappingReader file) {
        Optional<MappingReader> reader = inner(
                file, "graphql", Grammar.GRAPHQL, "write 'graphql: { subscriptions: { topic: { filter: [field] } } }'");
        if (reader.isEmpty()) {
            return new RawGraphQl(List.of(), List.of());
        }
        return new RawGraphQl(subscriptions(reader.get()), reader.get().texts("mutations"));
    }

    private static List<RawGraphQl.Subscription> subscriptions(MappingReader graphQl) {
        List<RawGraphQl.Subscription> subscriptions = new ArrayList<>();
        if (graphQl.node("subscriptions").orElse(null) instanceof YamlSequence) {
            for (Spanned<String> topic : graphQl.texts("subscriptions")) {
                subscriptions.add(new RawGraphQl.Subscription(topic, List.of()));
            }
            return subscriptions;
        }
        graphQl.each("subscriptions", "'{ topic: { filter: [field] } }' or '[topic]'", (entry, here) -> {
            Spanned<String> topic = TypesParser.name(entry);
            List<Spanned<String>> filter = List.of();
            if (entry.value() instanceof YamlMapping mapping) {
                filter = MappingReader.of(mapping, Grammar.SUBSCRIPTION, topic.span(), here)
                        .texts("filter");
            } else if (!(entry.value() instanceof YamlScalar scalar && scalar.isNull())) {
                here.report(
                        Rule.WRONG_SHAPE,
                        entry.value().span(),
                        "a subscription is a mapping, not " + entry.value().shape(),
                        "write '" + topic.value() + ": { filter: [field] }'");
            }
            subscriptions.add(new RawGraphQl.Subscription(topic, filter));
        });
        return subscriptions;
    }

    private static List<RawEnvironment> environments(MappingReader file) {
        List<RawEnvironment> environments = new ArrayList<>();
        file.each("environments", "environments by name, such as 'dev: { replicas: 1 }'", (entry, here) -> {
            Spanned<String> name = TypesParser.name(entry);
            if (!(entry.value() instanceof YamlMapping mapping)) {
                here.report(
                        Rule.WRONG_SHAPE,
                        entry.value().span(),
                        "an environment is a mapping, not " + entry.value().shape(),
                        "write '" + name.value() + ": { replicas: 1 }'");
                return;
            }
            MappingReader reader = MappingReader.of(mapping, Grammar.ENVIRONMENT, name.span(), here);
            environments.add(new RawEnvironment(name, DeploymentParser.parse(reader), overlays(reader)));
        });
        return environments;
    }

    private static Map<String, RawEnvironment.Overlay> overlays(MappingReader environment) {
        Map<String, RawEnvironment.Overlay> overlays = new LinkedHashMap<>();
        environment.each("topics", "topics by name, such as 'orders: { partitions: 1 }'", (entry, here) -> {
            Spanned<String> topic = TypesParser.name(entry);
            if (entry.value() instanceof YamlMapping mapping) {
                MappingReader reader = MappingReader.of(mapping, Grammar.OVERLAY, topic.span(), here);
                overlays.put(topic.value(), new RawEnvironment.Overlay(topic, DeploymentParser.parse(reader)));
            } else {
                here.report(
                        Rule.WRONG_SHAPE,
                        entry.value().span(),
                        "this is a mapping, not " + entry.value().shape(),
                        "write '" + topic.value() + ": { partitions: 1 }'");
            }
        });
        return overlays;
    }
}
