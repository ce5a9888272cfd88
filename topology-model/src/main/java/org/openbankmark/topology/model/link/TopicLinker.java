package org.openbankmark.topology.model.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.SubjectStrategy;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.raw.TypeExpression;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/** Links declared topics with their records and keys. */
final class TopicLinker {
    private final TypeResolver resolver;
    private final KeyLinker keys;
    private final Deployments deployments;
    private final ProblemCollector problems;

    TopicLinker(TypeResolver resolver, KeyLinker keys, Deployments deployments, ProblemCollector problems) {
        this.resolver = resolver;
        this.keys = keys;
        this.deployments = deployments;
        this.problems = problems;
    }

    /** The topics that are declared, in the order of the file. */
    Map<String, LinkedTopic> link(List<RawTopic> raw) {
        Map<String, LinkedTopic> topics = new LinkedHashMap<>();
        for (RawTopic topic : raw) {
            ProblemCollector here = problems.at(topic.name().value());
            Names.topic(topic.name(), here);
            topics.put(topic.name().value(), declared(topic, here));
        }
        return topics;
    }

    private LinkedTopic declared(RawTopic raw, ProblemCollector here) {
        List<RecordType> types = types(raw, here);
        Optional<List<String>> keyKinds = Optional.empty();
        if (raw.key().isPresent() && raw.key().get() instanceof RawKey.Fields fields) {
            keyKinds = keys.kinds(fields, types, here);
        }
        Topic topic = topic(
                raw.name(),
                types,
                raw.severalTypes() ? SubjectStrategy.TOPIC_RECORD_NAME : SubjectStrategy.TOPIC_NAME,
                deployments.of(raw.name().value(), raw.deployment(), raw.types().isEmpty()),
                key(raw),
                raw,
                "topics." + raw.name().value());
        return new LinkedTopic(raw, topic, keyKinds, List.of());
    }

    private List<RecordType> types(RawTopic raw, ProblemCollector here) {
        Map<RecordType, String> types = new LinkedHashMap<>();
        for (Spanned<String> name : raw.types()) {
            record(name, here).ifPresent(type -> {
                // A record has two names: the short one, and the one with its namespace.
                String first = types.putIfAbsent(type, name.value());
                if (first != null) {
                    here.report(
                            Rule.DUPLICATE_ITEM,
                            name.span(),
                            "'" + name.value() + "' is the same record as '" + first + "'",
                            "keep one of them");
                }
            });
        }
        return List.copyOf(types.keySet());
    }

    private Optional<RecordType> record(Spanned<String> name, ProblemCollector here) {
        if (!resolver.isUnnamed(name.value())) {
            Optional<NamedType> type = resolver.namedType(new TypeExpression.Name(name.value(), name.span()), here);
            if (type.isEmpty() || type.get() instanceof RecordType) {
                return type.map(RecordType.class::cast);
            }
        }
        here.report(
                Rule.TOPIC_TYPE,
                name.span(),
                "a topic's type is a record, not '" + name.value() + "'",
                "define a record with a field of that type, or list several records: type: [A, B]");
        return Optional.empty();
    }

    /** A topic as deployed in the chosen environment. */
    static Topic topic(
            Spanned<String> name,
            List<RecordType> types,
            SubjectStrategy strategy,
            RawDeployment deployment,
            KeySpec key,
            RawTopic raw,
            String path) {
        boolean declared = raw.name().value().equals(name.value());
        SortedMap<String, String> config = new TreeMap<>();
        deployment.config().values().forEach(setting -> setting.value()
                .ifPresent(value -> config.put(setting.name().value(), value.value())));
        return new Topic(
                name.value(),
                types,
                strategy,
                Deployments.partitions(deployment),
                Deployments.replicas(deployment),
                key,
                config,
                deployment.compatibility().map(Spanned::value).orElse(Compatibility.BACKWARD),
                declared ? raw.replies().stream().map(Spanned::value).toList() : List.of(),
                declared ? raw.deadLetter().map(Spanned::value) : Optional.empty(),
                declared ? raw.doc() : Optional.empty(),
                declared ? raw.deprecated() : Optional.empty(),
                deployment.preventDelete().orElse(false),
                declared,
                name.span().location(),
                path);
    }

    private static KeySpec key(RawTopic raw) {
        if (raw.key().isEmpty() || raw.key().get() instanceof RawKey.None) {
            return new KeySpec.None();
        }
        if (raw.key().get() instanceof RawKey.Fields fields) {
            return new KeySpec.Fields(
                    fields.paths().stream().map(Spanned::value).toList());
        }
        return new KeySpec.Time();
    }
}
