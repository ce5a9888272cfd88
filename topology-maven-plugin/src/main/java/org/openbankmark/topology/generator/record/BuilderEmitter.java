package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.List;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;

/** The nested class {@code Builder} of a record's class, with the methods that avro-compiler gives it. */
final class BuilderEmitter {
    private final JavaNames names;
    private final JavaTypes types;

    BuilderEmitter(JavaNames names, JavaTypes types) {
        this.names = names;
        this.types = types;
    }

    void emit(RecordType record, Shape shape, JavaWriter out) {
        ClassName type = names.type(record);
        FieldNames fields = names.fields(record);
        ClassName base = shape.error() ? Classes.ERROR_BUILDER_BASE : Classes.RECORD_BUILDER_BASE;
        out.blank().javadoc(Javadoc.of("Makes records. Not thread-safe."));
        out.line("@$T", Classes.AVRO_GENERATED);
        out.open("public static final class Builder extends $T {", base.with(type));
        for (Field field : record.fields()) {
            out.line("private $T $L;", builderField(field), fields.of(field).variable());
            if (fields.of(field).hasBuilder()) {
                out.line("private $T $L;", nullable(nestedBuilder(field)), builderVariable(fields, field));
            }
        }
        constructors(record, shape, type, fields, out);
        if (shape.error()) {
            errorMethods(out);
        }
        for (Field field : record.fields()) {
            new BuilderFieldEmitter(fields.of(field), field, types, out).emit();
        }
        build(record, shape, type, fields, out);
        out.close();
    }

    private void constructors(RecordType record, Shape shape, ClassName type, FieldNames fields, JavaWriter out) {
        out.blank()
                .open("private Builder() {")
                .line("super(SCHEMA$$, MODEL$$);")
                .close()
                .blank();
        out.open("private Builder(Builder other$$) {").line("super(other$$);");
        for (Field field : record.fields()) {
            String variable = fields.of(field).variable();
            out.line("$L = other$$.$L;", variable, variable);
            if (fields.of(field).hasBuilder()) {
                String builder = builderVariable(fields, field);
                out.open("if (other$$.$L != null) {", builder);
                out.line("$L = $T.newBuilder(other$$.$L);", builder, types.boxed(field.type()), builder);
                out.close();
            }
        }
        out.close().blank();
        // That of an error takes over its value and cause.
        out.open("private Builder($T other$$) {", type)
                .line(shape.error() ? "super(other$$);" : "super(SCHEMA$$, MODEL$$);");
        for (Field field : record.fields()) {
            String variable = fields.of(field).variable();
            out.line("$L = other$$.$L;", variable, variable);
        }
        if (!record.fields().isEmpty()) {
            out.open("for ($T.Field field$$ : fields()) {", Classes.SCHEMA);
            out.line("fieldSetFlags()[field$$.pos()] = isValidValue(field$$, other$$.get(field$$.pos()));");
            out.close();
        }
        out.close();
    }

    private void build(RecordType record, Shape shape, ClassName type, FieldNames fields, JavaWriter out) {
        out.blank().line("@$T", Classes.OVERRIDE).open("public $T build() {", type);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < record.fields().size(); i++) {
            values.add(value(i, fields, record.fields().get(i)));
        }
        if (shape.takesAll()) {
            out.list("return new " + out.name(type) + "(", values, ",", ");");
        } else {
            String arguments = shape.error() ? "getValue(), getCause()" : "";
            out.line("$T record$$ = new $T($L);", type, type, arguments);
            for (int i = 0; i < values.size(); i++) {
                String value =
                        ConstructorsEmitter.checked(record, record.fields().get(i), values.get(i), out);
                out.raw("record$.put(" + i + ", " + value + ");");
            }
            out.line("return record$$;");
        }
        out.close();
        if (!record.fields().isEmpty()) {
            orDefault(out);
        }
    }

    private static String value(int position, FieldNames fields, Field field) {
        String value = "orDefault$(" + position + ", " + fields.of(field).variable() + ")";
        if (!fields.of(field).hasBuilder()) {
            return value;
        }
        String builder = builderVariable(fields, field);
        return builder + " == null ? " + value + " : " + builder + ".build()";
    }

    private static void orDefault(JavaWriter out) {
        out.declare("F").blank();
        out.line("@$T(\"unchecked\")", Classes.SUPPRESS_WARNINGS);
        out.open("private <F> F orDefault$$(int field$$, F value$$) {");
        out.open("if (fieldSetFlags()[field$$]) {").line("return value$$;").close();
        out.line("$T missing$$ = fields()[field$$];", Classes.SCHEMA.nested("Field"));
        // Not data(): that of a builder copied from that of an error has no conversion of decimals.
        out.line("return (F) MODEL$$.deepCopy(missing$$.schema(), MODEL$$.getDefaultValue(missing$$));");
        out.close();
    }

    private void errorMethods(JavaWriter out) {
        for (String property : List.of("Value", "Cause")) {
            ClassName parameter = property.equals("Value") ? Classes.OBJECT : Classes.THROWABLE;
            out.blank().line("@$T", Classes.OVERRIDE);
            out.open("public Builder set$L($T value$$) {", property, parameter);
            out.line("super.set$L(value$$);", property).line("return this;").close();
            out.blank().line("@$T", Classes.OVERRIDE);
            out.open("public Builder clear$L() {", property);
            out.line("super.clear$L();", property).line("return this;").close();
        }
    }

    private JavaType builderField(Field field) {
        JavaType type = types.field(field.type());
        boolean plain = type instanceof JavaType.Primitive || type instanceof JavaType.Nullable;
        return plain || field.type() == PrimitiveType.NULL ? type : nullable(type);
    }

    private ClassName nestedBuilder(Field field) {
        return ((ClassName) types.boxed(field.type())).nested("Builder");
    }

    static String builderVariable(FieldNames fields, Field field) {
        return fields.of(field).variable() + "$Builder";
    }

    private static JavaType nullable(JavaType type) {
        return new JavaType.Nullable(type);
    }
}
