package org.openbankmark.topology.graphql.output;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of an object type come from. Not thread-safe.
 *
 * @param <T> the class of its values
 */
public final class ObjectWiring<T> {
    private final Class<T> type;
    private final TypeRuntimeWiring.Builder wiring;

    private ObjectWiring(String name, Class<T> type) {
        this.type = type;
        this.wiring = TypeRuntimeWiring.newTypeWiring(name);
    }

    /** An object type without fields yet. */
    public static <T> ObjectWiring<T> of(String name, Class<T> type) {
        return new ObjectWiring<>(name, type);
    }

    /** A field. */
    public ObjectWiring<T> field(String name, Function<? super T, ? extends @Nullable Object> getter) {
        wiring.dataFetcher(name, new Getter<>(type, getter));
        return this;
    }

    /** Makes it known. */
    public void addTo(RuntimeWiring.Builder runtimeWiring) {
        runtimeWiring.type(wiring);
    }
}
