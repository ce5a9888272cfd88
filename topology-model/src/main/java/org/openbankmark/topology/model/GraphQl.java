package org.openbankmark.topology.model;

import java.util.List;

/** What of the topology is open to GraphQL; nothing is that is not named. */
public record GraphQl(List<Subscription> subscriptions, List<Mutation> mutations) {

    public GraphQl {
        subscriptions = List.copyOf(subscriptions);
        mutations = List.copyOf(mutations);
    }

    /**
     * The records of a topic as they come.
     *
     * @param filter names of fields by whose value a subscriber may choose
     */
    public record Subscription(String topic, List<String> filter, Location location) {
        public Subscription {
            filter = List.copyOf(filter);
        }
    }

    /** A command that a client may send; its result is one of the command's replies. */
    public record Mutation(String topic, Location location) {}
}
