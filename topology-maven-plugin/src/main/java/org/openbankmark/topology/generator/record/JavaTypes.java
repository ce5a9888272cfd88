package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The Java type for a type of the model: the one that avro-compiler gives it, with decimals as BigDecimal. */
public final class JavaTypes {
    private final JavaNames names;

    public JavaTypes(JavaNames names) {
        this.names = names;
    }

    /** Of a field: a primitive where it can be, marked where null is a value. */
    public JavaType field(Type type) {
        return type instanceof PrimitiveType primitive ? unboxed(primitive) : marked(type);
    }

    /** Of an element of a list or map: boxed, marked where null is a value. */
    public JavaType marked(Type type) {
        return type.isNullable() ? new JavaType.Nullable(boxed(type)) : boxed(type);
    }

    /** As an object, without a mark. */
    public JavaType boxed(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return boxed(primitive);
        } else if (type instanceof LogicalType logical) {
            return logical(logical.kind());
        } else if (type instanceof NamedType named) {
            return names.type(named);
        } else if (type instanceof ArrayType array) {
            return Classes.LIST.with(marked(array.element()));
        } else if (type instanceof MapType map) {
            return Classes.MAP.with(Classes.STRING, marked(map.value()));
        } else {
            return ((UnionType) type).optionalOf().map(this::boxed).orElse(Classes.OBJECT);
        }
    }

    /** Whether values are of one of the language's own types. */
    public static boolean isPrimitive(Type type) {
        return type instanceof PrimitiveType primitive
                && switch (primitive) {
                    case BOOLEAN, INT, LONG, FLOAT, DOUBLE -> true;
                    case NULL, BYTES, STRING -> false;
                };
    }

    /** Whether Java has values of the type that Avro has no room for: decimals of more digits, days and moments farther away. */
    static boolean reachesBeyondAvro(Type type) {
        if (type instanceof ArrayType array) {
            return reachesBeyondAvro(array.element());
        } else if (type instanceof MapType map) {
            return reachesBeyondAvro(map.value());
        } else if (type instanceof UnionType union) {
            return union.branches().stream().anyMatch(JavaTypes::reachesBeyondAvro);
        }
        return type instanceof LogicalType logical
                && switch (logical.kind()) {
                    case UUID, TIME_MILLIS, TIME_MICROS -> false;
                    case DECIMAL,
                            DATE,
                            TIMESTAMP_MILLIS,
                            TIMESTAMP_MICROS,
                            LOCAL_TIMESTAMP_MILLIS,
                            LOCAL_TIMESTAMP_MICROS -> true;
                };
    }

    /** Whether values are records, or lists, maps or unions with records in them. */
    static boolean containsRecord(Type type) {
        if (type instanceof ArrayType array) {
            return containsRecord(array.element());
        } else if (type instanceof MapType map) {
            return containsRecord(map.value());
        } else if (type instanceof UnionType union) {
            return union.branches().stream().anyMatch(JavaTypes::containsRecord);
        }
        return type instanceof RecordType;
    }

    /** Whether Java's own serialization knows the type as it is declared; it does not know interfaces such as List. */
    static boolean isSerializable(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive != PrimitiveType.BYTES && primitive != PrimitiveType.NULL;
        } else if (type instanceof UnionType union) {
            return union.optionalOf().filter(JavaTypes::isSerializable).isPresent();
        }
        return type instanceof LogicalType || type instanceof NamedType;
    }

    private static JavaType unboxed(PrimitiveType type) {
        return switch (type) {
            case BOOLEAN -> JavaType.BOOLEAN;
            case INT -> JavaType.INT;
            case LONG -> JavaType.LONG;
            case FLOAT -> JavaType.FLOAT;
            case DOUBLE -> JavaType.DOUBLE;
            case NULL -> new JavaType.Nullable(Classes.VOID);
            case BYTES, STRING -> boxed(type);
        };
    }

    private static JavaType boxed(PrimitiveType type) {
        return switch (type) {
            case NULL -> Classes.VOID;
            case BOOLEAN -> Classes.BOOLEAN;
            case INT -> Classes.INTEGER;
            case LONG -> Classes.LONG;
            case FLOAT -> Classes.FLOAT;
            case DOUBLE -> Classes.DOUBLE;
            case BYTES -> Classes.BYTE_BUFFER;
            case STRING -> Classes.STRING;
        };
    }

    private static JavaType logical(LogicalKind kind) {
        return switch (kind) {
            case UUID -> Classes.UUID;
            case DECIMAL -> Classes.BIG_DECIMAL;
            case DATE -> Classes.LOCAL_DATE;
            case TIME_MILLIS, TIME_MICROS -> Classes.LOCAL_TIME;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> Classes.INSTANT;
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS -> Classes.LOCAL_DATE_TIME;
        };
    }
}
