package org.openbankmark.topology.model.graphql;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/** A schema in the making: operations first, the types that they need behind them. Not thread-safe. */
public final class SchemaDraft {
    private final Function<String, Topic> topics;
    private final NameClaims names;
    private final SchemaTypes types;
    private final List<GraphQlSchema.Subscription> subscriptions = new ArrayList<>();
    private final List<GraphQlSchema.Mutation> mutations = new ArrayList<>();

    /** @param complaints told of each mistake while the operation that leads to it is added */
    public SchemaDraft(Function<String, Topic> topics, Complaints complaints) {
        this.topics = topics;
        this.names = new NameClaims(complaints);
        this.types = new SchemaTypes(names, complaints);
    }

    /** Adds a subscription whose topic exists and has types. */
    public void subscription(GraphQl.Subscription subscription) {
        Topic topic = topics.apply(subscription.topic());
        String name = GraphQlNames.operation(topic);
        names.checkReserved(name, "the subscription to topic '" + topic.name() + "'");
        String result = topic.types().size() == 1
                ? types.output(topic.types().get(0))
                : types.union(
                        GraphQlNames.base(topic) + "Event",
                        "the events of topic '" + topic.name() + "'",
                        topic.types());
        List<GraphQlSchema.Argument> filters = new ArrayList<>();
        for (String filter : subscription.filter()) {
            topic.types()
                    .get(0)
                    .field(filter)
                    .map(Field::type)
                    .ifPresent(type -> filters.add(new GraphQlSchema.Argument(
                            filter, types.reference(type, true).optional())));
        }
        subscriptions.add(new GraphQlSchema.Subscription(
                name, topic, filters, TypeRef.named(result).required()));
    }

    /** Adds a mutation whose topic exists and has replies. */
    public void mutation(GraphQl.Mutation mutation) {
        Topic topic = topics.apply(mutation.topic());
        String name = GraphQlNames.operation(topic);
        names.checkReserved(name, "the mutation for topic '" + topic.name() + "'");
        Set<RecordType> replies = new LinkedHashSet<>();
        topic.replies().forEach(reply -> replies.addAll(topics.apply(reply).types()));
        Type command = topic.types().get(0);
        TypeRef input = topic.types().size() == 1
                ? types.reference(command, true)
                : types.oneOf(
                        GraphQlNames.base(topic) + "CommandInput",
                        "the commands of topic '" + topic.name() + "'",
                        topic.types());
        String result = types.union(
                GraphQlNames.base(topic) + "Reply",
                "the reply to the commands of topic '" + topic.name() + "'",
                List.copyOf(replies));
        mutations.add(new GraphQlSchema.Mutation(name, topic, input.required(), TypeRef.named(result)));
    }

    /** The schema. */
    public GraphQlSchema finish() {
        Set<Scalar> scalars = EnumSet.noneOf(Scalar.class);
        types.scalars().stream().filter(scalar -> !scalar.isBuiltIn()).forEach(scalars::add);
        return new GraphQlSchema(subscriptions, mutations, types.definitions(), scalars);
    }
}
