package org.openbankmark.topology.model.graphql;

import java.util.List;
import java.util.Set;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.Type;

/**
 * The GraphQL schema of what a topology opens. Types stand in the order in which they are first used.
 *
 * @param scalars those that GraphQL lacks, as far as they are used
 */
public record GraphQlSchema(
        List<Subscription> subscriptions, List<Mutation> mutations, List<Definition> definitions, Set<Scalar> scalars) {

    public GraphQlSchema {
        subscriptions = List.copyOf(subscriptions);
        mutations = List.copyOf(mutations);
        definitions = List.copyOf(definitions);
    }

    /** A field of {@code Subscription}; its arguments have the names of the filters. */
    public record Subscription(String name, Topic topic, List<Argument> filters, TypeRef result) {}

    /** A field of {@code Mutation} with the argument {@code input}. */
    public record Mutation(String name, Topic topic, TypeRef input, TypeRef result) {}

    /** A filter. */
    public record Argument(String name, TypeRef type) {}

    /** Whether the topology opens anything. */
    public static boolean isWanted(Topology topology) {
        return !topology.graphql().subscriptions().isEmpty()
                || !topology.graphql().mutations().isEmpty();
    }

    /** The field that stands for a branch in the input form of a union. */
    public static String branchKey(Type branch) {
        return GraphQlNames.branchKey(branch);
    }

    /** The schema of a topology, which has been checked. */
    public static GraphQlSchema of(Topology topology) {
        SchemaDraft draft = new SchemaDraft(name -> topology.topic(name).orElseThrow(), (message, advice) -> {
            throw new IllegalArgumentException(message);
        });
        for (GraphQl.Subscription subscription : topology.graphql().subscriptions()) {
            draft.subscription(subscription);
        }
        for (GraphQl.Mutation mutation : topology.graphql().mutations()) {
            draft.mutation(mutation);
        }
        return draft.finish();
    }
}
