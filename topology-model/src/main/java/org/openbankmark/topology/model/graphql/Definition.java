package org.openbankmark.topology.model.graphql;

import java.util.List;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/** A type of a GraphQL schema, by its name there. */
public sealed interface Definition {

    /** Its name in GraphQL. */
    String name();

    /** A record as it is shown: without its secret fields; it may have none then. */
    record Output(String name, RecordType record, List<FieldDefinition> fields) implements Definition {}

    /** A record as it is given. */
    record Input(String name, RecordType record, List<FieldDefinition> fields) implements Definition {}

    /** An enum, both ways. */
    record Symbols(String name, EnumType type) implements Definition {}

    /** One of several object types. */
    record Union(String name, List<Branch> branches) implements Definition {}

    /** An input object of which exactly one field is given. */
    record OneOf(String name, List<Branch> branches) implements Definition {}

    /** An entry of a map: {@code key} and {@code value}. */
    record Entry(String name, boolean input, TypeRef valueRef, Type value) implements Definition {}

    /** An object around a branch of a union that is no object: {@code value}. */
    record Wrapper(String name, TypeRef valueRef, Type value) implements Definition {}

    /**
     * A field.
     *
     * @param type as GraphQL writes it
     */
    record FieldDefinition(String name, TypeRef type, Field field) {}

    /**
     * One of a union's types.
     *
     * @param key its field in an input; unique in the union
     * @param typeName the type that it is in GraphQL
     * @param ref the same as a reference: for an input it may be a list
     */
    record Branch(String key, String typeName, TypeRef ref, Type type) {}
}
