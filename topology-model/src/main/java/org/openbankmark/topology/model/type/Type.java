package org.openbankmark.topology.model.type;

import org.apache.avro.Schema;

/** A type of a field. Immutable and safe for use by several threads once its topology is linked. */
public sealed interface Type permits PrimitiveType, LogicalType, NamedType, ArrayType, MapType, UnionType {

    /** The Avro schema, free of properties that concern Java only (such as {@code avro.java.string}). */
    Schema schema();

    /** Whether null is a value of this type: a union with a null branch, or null itself. */
    default boolean isNullable() {
        return schema().isNullable();
    }
}
