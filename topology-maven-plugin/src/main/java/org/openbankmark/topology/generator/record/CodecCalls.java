package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/** The one call of a codec that writes or reads a value which is no list, map or union. */
record CodecCalls(JavaNames names, JavaWriter out, String reader, String writer) {

    /** The statement that writes it. */
    String write(Type type, String value) {
        if (type instanceof PrimitiveType primitive) {
            return writer + ".write" + primitiveMethod(primitive) + "(" + value + ");";
        } else if (type instanceof EnumType) {
            return writer + ".writeIndex(" + value + ".ordinal());";
        } else if (type instanceof FixedType) {
            return writer + ".writeFixed(" + value + ".bytes());";
        } else if (type instanceof RecordType nested) {
            return out.name(names.codec(nested)) + ".INSTANCE.write(" + value + ", " + writer + ");";
        }
        LogicalType logical = (LogicalType) type;
        String digits = digits(logical);
        return writer + ".write" + logicalMethod(logical) + "(" + value + (digits.isEmpty() ? "" : ", " + digits)
                + ");";
    }

    /** The expression that reads it. */
    String read(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive == PrimitiveType.NULL ? "null" : reader + ".read" + primitiveMethod(primitive) + "()";
        } else if (type instanceof EnumType symbols) {
            return out.name(names.type(symbols)) + ".at(" + reader + ".readIndex("
                    + symbols.symbols().size() + "))";
        } else if (type instanceof FixedType fixed) {
            return "new " + out.name(names.type(fixed)) + "(" + reader + ".readFixed(" + fixed.size() + "))";
        } else if (type instanceof RecordType nested) {
            return out.name(names.codec(nested)) + ".INSTANCE.read(" + reader + ")";
        }
        LogicalType logical = (LogicalType) type;
        return reader + ".read" + logicalMethod(logical) + "(" + digits(logical) + ")";
    }

    private static String digits(LogicalType logical) {
        if (logical.precision() == 0) {
            return "";
        }
        String digits = logical.precision() + ", " + logical.scale();
        return logical.base() instanceof FixedType fixed ? digits + ", " + fixed.size() : digits;
    }

    private static String logicalMethod(LogicalType logical) {
        return switch (logical.kind()) {
            case UUID -> logical.base() == PrimitiveType.STRING ? "UuidString" : "Uuid";
            case DECIMAL -> logical.base() instanceof FixedType ? "FixedDecimal" : "Decimal";
            default -> LogicalTypesInJava.method(logical.kind());
        };
    }

    private static String primitiveMethod(PrimitiveType type) {
        return switch (type) {
            case NULL -> throw new IllegalArgumentException("null takes no bytes");
            case BOOLEAN -> "Boolean";
            case INT -> "Int";
            case LONG -> "Long";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case BYTES -> "Bytes";
            case STRING -> "String";
        };
    }
}
