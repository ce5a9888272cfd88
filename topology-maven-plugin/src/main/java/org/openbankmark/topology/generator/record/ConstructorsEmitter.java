package org.openbankmark.topology.generator.record;

import java.util.List;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The constructors of a record's class. */
final class ConstructorsEmitter {
    private final JavaNames names;
    private final JavaTypes types;

    ConstructorsEmitter(JavaNames names, JavaTypes types) {
        this.names = names;
        this.types = types;
    }

    void emit(RecordType record, Shape shape, JavaWriter out) {
        String simpleName = names.type(record).simpleName();
        out.blank();
        out.javadoc(Javadoc.of("For Avro and Java's serialization, which fill the fields afterwards."));
        out.line("public $L() {}", simpleName);
        if (shape.error()) {
            errorConstructors(simpleName, out);
        } else if (shape.takesAll()) {
            allArguments(record, simpleName, out);
        }
    }

    private void allArguments(RecordType record, String simpleName, JavaWriter out) {
        FieldNames fields = names.fields(record);
        Javadoc doc = Javadoc.of("All fields. Lists and maps are copied; a null is refused where the schema has none.");
        record.fields().forEach(field -> field.doc()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> doc.param(fields.of(field).variable(), text)));
        out.blank().javadoc(doc);
        List<String> parameters = record.fields().stream()
                .map(field -> out.name(types.field(field.type())) + " "
                        + fields.of(field).variable())
                .toList();
        out.list("public " + simpleName + "(", parameters, ",", ") {").indent();
        for (Field field : record.fields()) {
            String variable = fields.of(field).variable();
            out.raw("this." + variable + " = " + checked(record, field, variable, out) + ";");
        }
        out.close();
    }

    /** What a record keeps of a value: checked for null, copied, cut or brought to its scale as its type needs. */
    static String checked(RecordType record, Field field, String value, JavaWriter out) {
        boolean nullable = field.type().isNullable();
        Type type = withoutNull(field.type());
        String method = method(type, nullable);
        if (method.isEmpty()) {
            return value;
        }
        String place = nullable ? "" : out.format(", $S", record.name() + "." + field.name());
        String digits = type instanceof LogicalType logical && logical.kind() == LogicalKind.DECIMAL
                ? ", " + logical.precision() + ", " + logical.scale()
                : "";
        return out.format("$T.$L($L$L$L)", Classes.FIELDS, method, value, digits, place);
    }

    /** Whether values of the type could be changed by whoever else has them. */
    static boolean isCopied(Type type) {
        Type bare = withoutNull(type);
        return bare instanceof ArrayType || bare instanceof MapType || bare == PrimitiveType.BYTES;
    }

    private static Type withoutNull(Type type) {
        return type instanceof UnionType union ? union.optionalOf().orElse(type) : type;
    }

    /** The check or copy that a value needs; none for a primitive, or a plain value that may be null. */
    private static String method(Type type, boolean nullable) {
        String suffix = nullable ? "OrNull" : "";
        if (type instanceof ArrayType) {
            return "list" + suffix;
        } else if (type instanceof MapType) {
            return "map" + suffix;
        } else if (type == PrimitiveType.BYTES) {
            return "bytes" + suffix;
        } else if (type instanceof LogicalType logical && logical.kind() == LogicalKind.DECIMAL) {
            return "decimal" + suffix;
        } else if (type instanceof LogicalType logical && isTruncated(logical.kind())) {
            return (logical.kind().name().endsWith("MILLIS") ? "millis" : "micros") + suffix;
        }
        boolean free = nullable || JavaTypes.isPrimitive(type) || type == PrimitiveType.NULL;
        return free ? "" : "required";
    }

    /** What is finer than the schema would be lost on the wire, and a record not equal to itself read back. */
    private static boolean isTruncated(LogicalKind kind) {
        return switch (kind) {
            case UUID, DECIMAL, DATE -> false;
            default -> true;
        };
    }

    private static void errorConstructors(String simpleName, JavaWriter out) {
        ClassName value = Classes.OBJECT;
        out.blank()
                .open("public $L($T value$$) {", simpleName, value)
                .line("super(value$$);")
                .close();
        out.blank().open("public $L($T cause$$) {", simpleName, Classes.THROWABLE);
        out.line("super(cause$$);").close();
        out.blank().open("public $L($T value$$, $T cause$$) {", simpleName, value, Classes.THROWABLE);
        out.line("super(value$$, cause$$);").close();
    }
}
