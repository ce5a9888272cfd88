package org.openbankmark.topology.model.avro;

import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.type.LogicalKind;

/** Logical types in Avro schemas. */
final class LogicalSchemas {
    private static final Set<String> OF_LOGICAL_TYPE = Set.of("logicalType", "precision", "scale");

    private LogicalSchemas() {}

    /** Which logical type the schema has, if it is one of the format's. */
    static Optional<LogicalKind> kind(Schema schema) {
        LogicalType logical = schema.getLogicalType();
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

    /** The same fixed without its logical type. */
    static Schema plainFixed(Schema schema) {
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
