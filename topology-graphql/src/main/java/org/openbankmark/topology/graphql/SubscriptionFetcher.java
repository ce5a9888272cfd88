package org.openbankmark.topology.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.graphql.stream.TopicStream;
import org.openbankmark.topology.graphql.stream.ValuePublisher;
import org.openbankmark.topology.runtime.topic.Topic;
import org.reactivestreams.Publisher;

/** Answers a subscription: the arguments are the values that records must have. */
record SubscriptionFetcher<T>(Topic<T> topic, TopicStream<T> stream, List<String> filters, Access access)
        implements DataFetcher<Publisher<T>> {

    @Override
    public Publisher<T> get(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        for (String filter : filters) {
            Object value = environment.getArgument(filter);
            if (value != null) {
                wanted.put(filter, value);
            }
        }
        Predicate<? super T> visible = access.subscribe(topic, wanted, environment);
        return new ValuePublisher<>(stream.publisher(wanted, received -> visible.test(received.value())));
    }
}
