package org.openbankmark.topology.model.link;

import java.util.Optional;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.Type;

/** Which types have one stable text each value of theirs always gives, and so can be keys. */
final class KeyText {

    private KeyText() {}

    /** The kind of text; two types of the same kind give the same text for the same value. Empty for no stable text. */
    static Optional<String> kind(Type type) {
        if (type instanceof EnumType symbols) {
            return Optional.of("symbol of " + symbols.fullName());
        }
        if (type instanceof LogicalType logical) {
            return Optional.of(
                    switch (logical.kind()) {
                        case UUID -> "uuid";
                        case DECIMAL -> "decimal with " + logical.scale() + " digits behind the point";
                        case DATE -> "date";
                        case TIME_MILLIS, TIME_MICROS -> "time";
                        case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> "timestamp";
                        case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS -> "local timestamp";
                    });
        }
        if (type instanceof PrimitiveType primitive) {
            return switch (primitive) {
                case BOOLEAN -> Optional.of("boolean");
                case INT, LONG -> Optional.of("whole number");
                case STRING -> Optional.of("string");
                case NULL, FLOAT, DOUBLE, BYTES -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
