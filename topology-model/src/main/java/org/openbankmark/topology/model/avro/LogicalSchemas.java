package org.openbankmark.topology.model.avro;

import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.Type;

/** Logical types in Avro schemas. */
public final class LogicalSchemas {
    private static final Set<String> OF_LOGICAL_TYPE = Set.of("logicalType", "precision", "scale");

    private LogicalSchemas() {}

    /** Which logical type the schema has, if it is one of the format's. */
    static Optional<LogicalKind> kind(Schema schema) {
        org.apache.avro.LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return Optional.empty();
        }
        return switch (logical.getName()) {
            case "uuid" -> Optional.of(LogicalKind.UUID);
            case "decimal" -> Optional.of(LogicalKind.DECIMAL);
            case "date" -> Optional.of(LogicalKind.DATE);
            case "time-millis" -> Optional.of(LogicalKind.TIME_MILLIS);
            case "time-micros" -> Optional.of(LogicalKind.TIME_MICROS);
            case "timestamp-millis" -> Optional.of(LogicalKind.TIMESTAMP_MILLIS);
            case "timestamp-micros" -> Optional.of(LogicalKind.TIMESTAMP_MICROS);
            case "local-timestamp-millis" -> Optional.of(LogicalKind.LOCAL_TIMESTAMP_MILLIS);
            case "local-timestamp-micros" -> Optional.of(LogicalKind.LOCAL_TIMESTAMP_MICROS);
            default -> Optional.empty();
        };
    }

    /** What a field of that fixed holds: the logical type, if one of the format's stands on it, else the fixed itself. */
    public static Type valueOf(FixedType fixed) {
        return kind(fixed.schema())
                .<Type>map(kind -> new LogicalType(kind, plain(fixed), fixed.schema()))
                .orElse(fixed);
    }

    private static FixedType plain(FixedType fixed) {
        return new FixedType(
                fixed.name(),
                fixed.namespace(),
                fixed.size(),
                fixed.doc(),
                fixed.location(),
                fixed.path(),
                plain(fixed.schema()));
    }

    /** The same fixed without its logical type. */
    private static Schema plain(Schema schema) {
        Schema plain =
                Schema.createFixed(schema.getName(), schema.getDoc(), schema.getNamespace(), schema.getFixedSize());
        schema.getAliases().forEach(plain::addAlias);
        schema.getObjectProps().forEach((name, value) -> {
            if (!OF_LOGICAL_TYPE.contains(name)) {
                plain.addProp(name, value);
            }
        });
        return plain;
    }
}
