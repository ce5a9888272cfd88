package org.openbankmark.topology.model.link;

import java.util.ArrayList;
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
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.raw.TypeExpression;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/** Links topics: declared ones, then the dead-letter topics that are only named. */
final class TopicLinker {
    private static final int DEFAULT_PARTITIONS = 1;
    /** What Kafka's own documentation asks for where data matter; sync-cli lowers it on a small cluster. */
    private static final int DEFAULT_REPLICAS = 3;

    private final TypeResolver resolver;
    private final Deployments deployments;
    private final ProblemCollector problems;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    TopicLinker(TypeResolver resolver, Deployments deployments, ProblemCollector problems) {
        this.resolver = resolver;
        this.deployments = deployments;
        this.problems = problems;
    }

    Map<String, Topic> link(List<RawTopic> raw) {
        for (RawTopic topic : raw) {
            topics.put(
                    topic.name().value(),
                    declared(topic, problems.at(topic.name().value())));
        }
        for (RawTopic topic : raw) {
            topic.deadLetter().ifPresent(name -> topics.computeIfAbsent(name.value(), key -> implied(topic, name)));
        }
        return topics;
    }

    private Topic declared(RawTopic raw, ProblemCollector here) {
        String name = raw.name().value();
        List<RecordType> types = new ArrayList<>();
        for (Spanned<String> typeName : raw.types()) {
            Optional<NamedType> type =
                    resolver.namedType(new TypeExpression.Name(typeName.value(), typeName.span()), here);
            if (type.isPresent() && type.get() instanceof RecordType record) {
                types.add(record);
            } else if (type.isPresent()) {
                here.report(
                        Rule.TOPIC_TYPE,
                        typeName.span(),
                        "'" + typeName.value() + "' is no record",
                        "wrap it: 'records: { " + "Event: { value: " + typeName.value() + " } }'");
            }
        }
        return topic(
                name,
                types,
                raw.severalTypes() ? SubjectStrategy.TOPIC_RECORD_NAME : SubjectStrategy.TOPIC_NAME,
                deployments.of(name, raw.deployment()),
                key(raw),
                raw.replies().stream().map(Spanned::value).toList(),
                raw.deadLetter().map(Spanned::value),
                raw,
                true,
                raw.name());
    }

    private Topic implied(RawTopic of, Spanned<String> name) {
        Topic source = java.util.Objects.requireNonNull(topics.get(of.name().value()));
        RawDeployment deployment = new RawDeployment(
                Optional.of(new Spanned<>(source.partitions(), name.span())),
                Optional.of(new Spanned<>(source.replicas(), name.span())),
                Optional.empty(),
                Map.of(),
                Optional.empty());
        return topic(
                name.value(),
                List.of(),
                SubjectStrategy.TOPIC_NAME,
                deployments.of(name.value(), deployment),
                new KeySpec.None(),
                List.of(),
                Optional.empty(),
                of,
                false,
                name);
    }

    private static Topic topic(
            String name,
            List<RecordType> types,
            SubjectStrategy strategy,
            RawDeployment deployment,
            KeySpec key,
            List<String> replies,
            Optional<String> deadLetter,
            RawTopic raw,
            boolean declared,
            Spanned<String> place) {
        SortedMap<String, String> config = new TreeMap<>();
        deployment.config().values().forEach(setting -> setting.value()
                .ifPresent(value -> config.put(setting.name().value(), value.value())));
        return new Topic(
                name,
                types,
                strategy,
                deployment.partitions().map(Spanned::value).orElse(DEFAULT_PARTITIONS),
                deployment.replicas().map(Spanned::value).orElse(DEFAULT_REPLICAS),
                key,
                config,
                deployment.compatibility().map(Spanned::value).orElse(Compatibility.BACKWARD),
                replies,
                deadLetter,
                declared ? raw.doc() : Optional.empty(),
                declared ? raw.deprecated() : Optional.empty(),
                deployment.preventDelete().orElse(false),
                declared,
                place.span().location(),
                "topics." + (declared ? name : raw.name().value() + ".deadLetter"));
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
