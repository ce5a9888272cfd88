package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.model.type.Field;

/** The methods of a builder for one field. */
final class BuilderFieldEmitter {
    private final FieldNames.Names names;
    private final Field field;
    private final JavaTypes types;
    private final JavaWriter out;
    private final int position;
    private final String builder;

    BuilderFieldEmitter(FieldNames.Names names, Field field, JavaTypes types, JavaWriter out) {
        this.names = names;
        this.field = field;
        this.types = types;
        this.out = out;
        this.position = field.schemaField().pos();
        this.builder = names.variable() + "$Builder";
    }

    void emit() {
        getterAndSetter();
        hasAndClear();
        if (names.hasBuilder()) {
            nestedBuilder();
        }
    }

    private void getterAndSetter() {
        Javadoc doc = new Javadoc().text(field.doc().orElse(""));
        out.blank().javadoc(doc);
        out.open("public $T $L() {", types.field(field.type()), names.getter());
        out.line("return $L;", names.variable()).close();
        out.blank().javadoc(doc);
        out.open("public Builder $L($T value$$) {", names.setter(), types.field(field.type()));
        if (!field.type().isNullable() && !JavaTypes.isPrimitive(field.type())) {
            out.line("validate(fields()[$L], value$$);", position);
        }
        if (names.hasBuilder()) {
            out.line("$L = null;", builder);
        }
        out.line("$L = value$$;", names.variable());
        out.line("fieldSetFlags()[$L] = true;", position).line("return this;").close();
    }

    private void hasAndClear() {
        out.blank().open("public boolean $L() {", names.has());
        out.line("return fieldSetFlags()[$L];", position).close();
        out.blank().open("public Builder $L() {", names.clear());
        if (!JavaTypes.isPrimitive(field.type())) {
            out.line("$L = null;", names.variable());
        }
        if (names.hasBuilder()) {
            out.line("$L = null;", builder);
        }
        out.line("fieldSetFlags()[$L] = false;", position).line("return this;").close();
    }

    private void nestedBuilder() {
        ClassName record = (ClassName) types.boxed(field.type());
        ClassName nested = record.nested("Builder");
        out.blank()
                .javadoc(Javadoc.of(
                        "A builder for the field, made from its value if there is one; its record is the field's."));
        out.open("public $T get$L() {", nested, names.builderStem());
        out.open("if ($L == null) {", builder);
        out.line(
                "set$L($L == null ? $T.newBuilder() : $T.newBuilder($L));",
                names.builderStem(),
                names.variable(),
                record,
                record,
                names.variable());
        out.close().line("return $L;", builder).close();
        out.blank().open("public Builder set$L($T value$$) {", names.builderStem(), nested);
        out.line("$L();", names.clear())
                .line("$L = value$$;", builder)
                .line("return this;")
                .close();
        out.blank().open("public boolean has$L() {", names.builderStem());
        out.line("return $L != null;", builder).close();
    }
}
