package org.openbankmark.topology.graphql.output;

import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of records in the shape that GraphQL has for them. */
public final class Outputs {
    private Outputs() {}

    /** A map as the list of its entries, in its order. */
    public static @Nullable List<Map.Entry<?, ?>> entries(@Nullable Object map) {
        return map == null ? null : new ArrayList<>(((Map<?, ?>) map).entrySet());
    }

    /** A list, each element changed by the function. */
    public static @Nullable List<@Nullable Object> each(
            @Nullable Object list, Function<@Nullable Object, @Nullable Object> change) {
        if (list == null) {
            return null;
        }
        List<@Nullable Object> changed = new ArrayList<>();
        ((Collection<?>) list).forEach(element -> changed.add(change.apply(element)));
        return changed;
    }

    /** The object type of a map's entries. */
    public static void entryType(
            RuntimeWiring.Builder wiring, String name, Function<@Nullable Object, @Nullable Object> change) {
        ObjectWiring.of(name, Object.class)
                .field("key", entry -> ((Map.Entry<?, ?>) entry).getKey())
                .field("value", entry -> change.apply(((Map.Entry<?, ?>) entry).getValue()))
                .addTo(wiring);
    }

    /** The object type around a value of a union that is no object itself. */
    public static void valueType(
            RuntimeWiring.Builder wiring, String name, Function<@Nullable Object, @Nullable Object> change) {
        ObjectWiring.of(name, Object.class).field("value", change).addTo(wiring);
    }

    /** An object type that has nothing to show: GraphQL wants one field at least. */
    public static void emptyType(RuntimeWiring.Builder wiring, String name) {
        ObjectWiring.of(name, Object.class).field("_empty", value -> true).addTo(wiring);
    }

    /** An enum, by the symbols as they are in the schema, which Java may have to spell differently. */
    public static void enumType(RuntimeWiring.Builder wiring, String name, Enum<?>[] constants) {
        Map<String, Object> bySymbol = new LinkedHashMap<>();
        for (Enum<?> constant : constants) {
            bySymbol.put(constant.toString(), constant);
        }
        wiring.type(name, type -> type.enumValues(bySymbol::get));
    }
}
