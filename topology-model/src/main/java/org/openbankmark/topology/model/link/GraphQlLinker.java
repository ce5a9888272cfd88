package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.graphql.SchemaDraft;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawGraphQl;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Links what is open to GraphQL. */
final class GraphQlLinker {
    private final Map<String, LinkedTopic> topics;
    private final RecordLinker records;
    private final ProblemCollector problems;
    private @Nullable Place place;

    GraphQlLinker(Map<String, LinkedTopic> topics, RecordLinker records, ProblemCollector problems) {
        this.topics = topics;
        this.records = records;
        this.problems = problems;
    }

    GraphQl link(RawGraphQl raw) {
        List<GraphQl.Subscription> subscriptions = new ArrayList<>();
        SchemaDraft draft = draft();
        for (RawGraphQl.Subscription subscription : raw.subscriptions()) {
            ProblemCollector here =
                    problems.at("subscriptions").at(subscription.topic().value());
            Optional<Topic> found = topic(subscription.topic(), here);
            found.ifPresent(topic -> subscription.filter().forEach(field -> checkFilter(field, topic, here)));
            checkFilterTypes(subscription, found, here);
            GraphQl.Subscription linked = new GraphQl.Subscription(
                    subscription.topic().value(),
                    subscription.filter().stream().map(Spanned::value).toList(),
                    subscription.topic().span().location());
            subscriptions.add(linked);
            if (found.filter(topic -> !topic.isRaw()).isPresent()) {
                place = new Place(subscription.topic().span(), here);
                draft.subscription(linked);
            }
        }
        List<GraphQl.Mutation> mutations = new ArrayList<>();
        for (Spanned<String> mutation : raw.mutations()) {
            ProblemCollector here = problems.at("mutations");
            Optional<Topic> found = topic(mutation, here);
            found.filter(topic -> topic.replies().isEmpty())
                    .ifPresent(topic -> here.report(
                            Rule.INVALID_GRAPHQL,
                            mutation.span(),
                            "'" + topic.name() + "' has no replies, so a mutation would have no result",
                            "give the topic 'replies: [...]', or remove the mutation"));
            GraphQl.Mutation linked =
                    new GraphQl.Mutation(mutation.value(), mutation.span().location());
            mutations.add(linked);
            if (found.filter(topic -> !topic.isRaw() && repliesAreTyped(topic)).isPresent()) {
                place = new Place(mutation.span(), here);
                draft.mutation(linked);
            }
        }
        return new GraphQl(subscriptions, mutations);
    }

    /** What the schema has to say against an operation is told at the operation. */
    private SchemaDraft draft() {
        return new SchemaDraft(name -> known(name).topic(), (message, advice) -> {
            Place here = place;
            if (here != null) {
                here.problems().report(Rule.INVALID_GRAPHQL, here.span(), message, advice);
            }
        });
    }

    private LinkedTopic known(String name) {
        return Objects.requireNonNull(topics.get(name), name);
    }

    private boolean repliesAreTyped(Topic topic) {
        return !topic.replies().isEmpty()
                && topic.replies().stream()
                        .allMatch(reply -> topics.containsKey(reply)
                                && !known(reply).topic().isRaw());
    }

    /** An argument has one type, whatever record it chooses. */
    private void checkFilterTypes(RawGraphQl.Subscription subscription, Optional<Topic> found, ProblemCollector here) {
        for (Spanned<String> name : subscription.filter()) {
            List<String> types = found.stream()
                    .flatMap(topic -> topic.types().stream())
                    .flatMap(record -> record.field(name.value()).stream())
                    .map(field -> field.type() instanceof UnionType union
                            ? union.onlyValue().orElse(field.type())
                            : field.type())
                    .map(GraphQlLinker::argumentType)
                    .distinct()
                    .toList();
            if (types.size() > 1) {
                here.report(
                        Rule.INVALID_GRAPHQL,
                        name.span(),
                        "'" + name.value() + "' is not of one type in all records of the topic",
                        "remove it from the filter");
            }
        }
    }

    /** All UUIDs are one type to an argument, whatever the fixed behind them is called. */
    private static String argumentType(Type type) {
        return type instanceof LogicalType logical && logical.kind() == LogicalKind.UUID
                ? LogicalKind.UUID.name()
                : type.schema().toString();
    }

    private record Place(Span span, ProblemCollector problems) {}

    private Optional<Topic> topic(Spanned<String> name, ProblemCollector here) {
        LinkedTopic topic = topics.get(name.value());
        if (topic == null) {
            here.report(
                    Rule.UNKNOWN_TOPIC,
                    name.span(),
                    "unknown topic '" + name.value() + "'",
                    Suggestion.didYouMean(name.value(), topics.keySet())
                            .or(() -> Optional.of("declare it under 'topics'")));
            return Optional.empty();
        }
        if (topic.holdsDeadLetters()) {
            here.report(
                    Rule.INVALID_GRAPHQL,
                    name.span(),
                    "'" + name.value() + "' holds dead letters, which have no fields to show",
                    "name a topic of records");
            return Optional.empty();
        }
        return Optional.of(topic.topic());
    }

    private void checkFilter(Spanned<String> name, Topic topic, ProblemCollector here) {
        for (RecordType record : topic.types()) {
            Optional<Field> field = record.field(name.value());
            if (field.isEmpty()) {
                if (!records.isBroken(record, name.value())) {
                    here.report(
                            Rule.INVALID_GRAPHQL,
                            name.span(),
                            "the record '" + record.name() + "' has no field '" + name.value() + "'",
                            Suggestion.didYouMeanOrOneOf(
                                    name.value(),
                                    record.fields().stream().map(Field::name).toList()));
                }
            } else if (field.get().secret()) {
                here.report(
                        Rule.INVALID_GRAPHQL,
                        name.span(),
                        "'" + name.value() + "' is secret; a filter would let clients guess its value",
                        "remove it from the filter");
            } else if (!isScalar(field.get().type())) {
                here.report(
                        Rule.INVALID_GRAPHQL,
                        name.span(),
                        "'" + name.value() + "' is no single value to choose by",
                        "filter by strings, numbers, booleans, enums, uuids, dates or times");
            }
        }
    }

    private static boolean isScalar(Type type) {
        if (type instanceof UnionType union) {
            return union.onlyValue().filter(GraphQlLinker::isScalar).isPresent();
        }
        return type instanceof EnumType
                || type instanceof LogicalType
                || (type instanceof PrimitiveType && type != PrimitiveType.BYTES && type != PrimitiveType.NULL);
    }
}
