package org.openbankmark.topology.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.topic.Topic;

/** Who may do what of that which the topology opens. Called by many threads at once. */
public interface Access {

    /**
     * Judges a subscription before it begins.
     *
     * @param filter the arguments that were given
     * @return which of the records that pass the filter this subscriber may see; called on the thread that reads the topic, so
     *     it must be quick
     * @throws RuntimeException if it may not subscribe at all; becomes the subscription's error
     */
    <T> Predicate<? super T> subscribe(
            Topic<T> topic, Map<String, ? extends @Nullable Object> filter, DataFetchingEnvironment environment);

    /**
     * Judges a command before it is sent.
     *
     * @throws RuntimeException if this client may not send it; becomes the mutation's error
     */
    <C> void send(Topic<C> commands, C command, DataFetchingEnvironment environment);

    /**
     * Learns what a command came to before the client does, such as to count the wrong ones. Nothing unless said.
     *
     * @throws RuntimeException if the client may not have the reply; becomes the mutation's error
     */
    default <C, R> void replied(Topic<C> commands, C command, R reply, DataFetchingEnvironment environment) {}

    /** Everybody may do everything. */
    static Access forEveryone() {
        return new Access() {
            @Override
            public <T> Predicate<? super T> subscribe(
                    Topic<T> topic, Map<String, ? extends @Nullable Object> filter, DataFetchingEnvironment env) {
                return record -> true;
            }

            @Override
            public <C> void send(Topic<C> commands, C command, DataFetchingEnvironment env) {}
        };
    }
}
