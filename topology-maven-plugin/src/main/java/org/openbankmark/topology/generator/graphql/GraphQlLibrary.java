package org.openbankmark.topology.generator.graphql;

import org.openbankmark.topology.generator.java.JavaType.ClassName;

/** Classes that generated wiring uses; the generator itself does not need them on its class path. */
final class GraphQlLibrary {
    private static final String GRAPHQL = "org.openbankmark.topology.graphql";

    static final ClassName ACCESS = ClassName.of(GRAPHQL, "Access");
    static final ClassName BUILDER = ClassName.of(GRAPHQL, "GraphQlBuilder");
    static final ClassName FILTERS = ClassName.of(GRAPHQL + ".stream", "Filters");
    static final ClassName SCALARS = ClassName.of(GRAPHQL + ".scalar", "Scalars");
    static final ClassName INPUT_VALUE = ClassName.of(GRAPHQL + ".input", "InputValue");
    static final ClassName OBJECT_WIRING = ClassName.of(GRAPHQL + ".output", "ObjectWiring");
    static final ClassName UNION_WIRING = ClassName.of(GRAPHQL + ".output", "UnionWiring");
    static final ClassName OUTPUTS = ClassName.of(GRAPHQL + ".output", "Outputs");
    static final ClassName CONNECTION = ClassName.of("org.openbankmark.topology.runtime.client", "Connection");
    static final ClassName RUNTIME_WIRING = ClassName.of("graphql.schema.idl", "RuntimeWiring");

    private GraphQlLibrary() {}
}
