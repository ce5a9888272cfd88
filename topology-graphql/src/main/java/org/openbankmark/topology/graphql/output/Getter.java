package org.openbankmark.topology.graphql.output;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a field by a method of its record, without an environment being made for it. */
record Getter<T>(Class<T> type, Function<? super T, ? extends @Nullable Object> getter)
        implements LightDataFetcher<@Nullable Object>, TrivialDataFetcher<@Nullable Object> {

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return getter.apply(type.cast(source));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return getter.apply(type.cast(environment.getSource()));
    }
}
