package org.openbankmark.topology.model.type;

import org.apache.avro.Schema;

/**
 * A logical type over a base type: {@code int}, {@code long}, {@code string}, {@code bytes} or a fixed.
 *
 * <p>A UUID of the format stands on a 16-byte fixed; one from an imported schema may stand on a string.
 *
 * @param kind which logical type
 * @param base what is on the wire; its schema carries no logical type
 * @param schema the base's schema with the logical type
 */
public record LogicalType(LogicalKind kind, Type base, Schema schema) implements Type {

    /** Digits of a decimal; 0 for any other kind. */
    public int precision() {
        return schema.getLogicalType() instanceof org.apache.avro.LogicalTypes.Decimal decimal
                ? decimal.getPrecision()
                : 0;
    }

    /** Digits behind the point of a decimal; 0 for any other kind. */
    public int scale() {
        return schema.getLogicalType() instanceof org.apache.avro.LogicalTypes.Decimal decimal ? decimal.getScale() : 0;
    }
}
