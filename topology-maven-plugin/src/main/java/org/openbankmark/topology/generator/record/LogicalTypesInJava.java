package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.model.type.LogicalKind;

/** What Avro and the runtime call the logical types. */
final class LogicalTypesInJava {
    private LogicalTypesInJava() {}

    /** Avro's class that converts between the logical type and its base. */
    static ClassName conversion(LogicalKind kind) {
        return switch (kind) {
            case UUID -> Classes.CONVERSIONS.nested("UUIDConversion");
            case DECIMAL -> Classes.CONVERSIONS.nested("DecimalConversion");
            default -> Classes.TIME_CONVERSIONS.nested(pascalCase(kind) + "Conversion");
        };
    }

    /** What follows {@code read} and {@code write} in the runtime's methods. */
    static String method(LogicalKind kind) {
        return pascalCase(kind);
    }

    private static String pascalCase(LogicalKind kind) {
        StringBuilder out = new StringBuilder();
        boolean capital = true;
        for (char c : kind.name().toCharArray()) {
            if (c == '_') {
                capital = true;
            } else {
                out.append(capital ? c : Character.toLowerCase(c));
                capital = false;
            }
        }
        return out.toString();
    }
}
