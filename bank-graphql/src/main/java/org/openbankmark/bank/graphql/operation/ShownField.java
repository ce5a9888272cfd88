package org.openbankmark.bank.graphql.operation;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field that is read from its object, without reflection and without an environment being made for it. */
record ShownField<T>(Class<T> type, Function<T, Object> value) implements LightDataFetcher<Object> {

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return shown(environment.getSource());
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return shown(source);
    }

    private @Nullable Object shown(@Nullable Object source) {
        return source == null ? null : value.apply(type.cast(source));
    }
}
