package org.openbankmark.topology.graphql.output;

import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which object type a value of a union is, by its class. Not thread-safe. */
public final class UnionWiring {
    private final String name;
    private final Map<Class<?>, String> members = new LinkedHashMap<>();

    private UnionWiring(String name) {
        this.name = name;
    }

    /** A union without members yet. */
    public static UnionWiring of(String name) {
        return new UnionWiring(name);
    }

    /** A member; of several that a value is an instance of, the first counts. */
    public UnionWiring member(Class<?> type, String objectType) {
        members.putIfAbsent(type, objectType);
        return this;
    }

    /** Makes it known. */
    public void addTo(RuntimeWiring.Builder wiring) {
        Map<Class<?>, String> known = new LinkedHashMap<>(members);
        TypeResolver resolver = environment -> {
            Object value = environment.getObject();
            for (Map.Entry<Class<?>, String> member : known.entrySet()) {
                if (member.getKey().isInstance(value)) {
                    return environment.getSchema().getObjectType(member.getValue());
                }
            }
            throw new IllegalStateException(
                    (value == null ? "null" : "a " + value.getClass().getName()) + " is none of " + name);
        };
        wiring.type(TypeRuntimeWiring.newTypeWiring(name).typeResolver(resolver));
    }
}
