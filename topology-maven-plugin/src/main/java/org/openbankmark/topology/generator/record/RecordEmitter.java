package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.SchemaNormalization;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The class of a record: a genuine Avro specific record, without setters. */
final class RecordEmitter {
    private final JavaNames names;
    private final JavaTypes types;
    private final Origin origin;

    RecordEmitter(JavaNames names, Origin origin) {
        this.names = names;
        this.types = new JavaTypes(names);
        this.origin = origin;
    }

    /**
     * The source of the record's class.
     *
     * @param interfaces what the class shall implement beside
     */
    String emit(RecordType record, List<ClassName> interfaces) {
        ClassName type = names.type(record);
        JavaWriter out = names.writer(type).declare("Builder");
        Shape shape = Shape.of(record);
        FieldNames fields = names.fields(record);
        Contents contents = Contents.of(record);
        out.javadoc(new Javadoc().text(record.doc().orElse("The record " + record.name() + ".")));
        out.line("@$T", Classes.AVRO_GENERATED);
        origin.annotate(out, record);
        out.line("@$T", Classes.NULL_MARKED);
        if (record.fields().stream().anyMatch(field -> !JavaTypes.isSerializable(field.type()))) {
            // Newer compilers warn of such fields, although Avro writes and reads them (writeExternal).
            out.line("@$T(\"serial\")", Classes.SUPPRESS_WARNINGS);
        }
        List<String> implemented = interfaces.stream().map(out::name).toList();
        out.open(
                "public final class $L extends $T$L {",
                type.simpleName(),
                shape.error() ? Classes.EXCEPTION_BASE : Classes.RECORD_BASE,
                implemented.isEmpty() ? "" : " implements " + String.join(", ", implemented));
        statics(record, contents, out);
        for (Field field : record.fields()) {
            out.line(
                    "private $T $L;",
                    types.field(field.type()),
                    fields.of(field).variable());
        }
        new ConstructorsEmitter(names, types).emit(record, shape, out);
        out.blank();
        new BuilderFactories(type).emit(out);
        getters(record, fields, out);
        avroMethods(record, type, fields, out);
        new ToStringEmitter().emit(record, fields, out);
        new BuilderEmitter(names, types).emit(record, shape, out);
        return out.close().toSource();
    }

    private void statics(RecordType record, Contents contents, JavaWriter out) {
        out.line("private static final long serialVersionUID = $LL;", fingerprint(record))
                .blank();
        out.javadoc(Javadoc.of("The schema, which is not to be changed."));
        String schema = SchemaText.of(record.schema());
        SchemaField.write(schema, out);
        out.line(
                        "private static final $T MODEL$$ = new $T($T.class.getClassLoader());",
                        Classes.SPECIFIC_DATA,
                        record.schema().isError() ? Classes.ERROR_DATA : Classes.SPECIFIC_DATA,
                        names.type(record))
                .blank();
        conversions(record, out);
        out.open("static {");
        for (LogicalKind kind : contents.logical()) {
            out.line("MODEL$$.addLogicalTypeConversion(new $T());", LogicalTypesInJava.conversion(kind));
        }
        if (schema.contains("\"java-class\":") || schema.contains("\"java-key-class\":")) {
            // What Avro's reflection wrote there is no class of this record's values, which are Strings.
            out.line("MODEL$$.getFastReaderBuilder().withClassPropEnabled(false).withKeyClassEnabled(false);");
        }
        List<String> trusted = contents.named().stream()
                .map(named -> out.name(names.type(named)) + ".class")
                .toList();
        out.list(out.name(Classes.TRUSTED_CLASSES) + ".trust(", trusted, ",", ");");
        out.close().blank();
    }

    /** Avro's writer asks for the conversion of a field by its position; unions are converted through MODEL$. */
    private static void conversions(RecordType record, JavaWriter out) {
        if (record.schema().isError() || record.fields().stream().noneMatch(f -> f.type() instanceof LogicalType)) {
            return;
        }
        out.open("private static final $T<?>[] CONVERSIONS$$ = {", Classes.CONVERSION);
        for (Field field : record.fields()) {
            out.line(
                    field.type() instanceof LogicalType logical
                            ? out.format("new $T(),", LogicalTypesInJava.conversion(logical.kind()))
                            : "null,");
        }
        out.close("};").blank();
    }

    private void getters(RecordType record, FieldNames fields, JavaWriter out) {
        for (Field field : record.fields()) {
            out.blank();
            out.javadoc(new Javadoc().text(field.doc().orElse("")));
            out.open(
                    "public $T $L() {",
                    types.field(field.type()),
                    fields.of(field).getter());
            out.line("return $L;", handedOut(field.type(), fields.of(field).variable()))
                    .close();
        }
    }

    /** Whoever reads from a buffer moves its position; a view of the same bytes keeps the record as it is. */
    private static String handedOut(Type type, String variable) {
        if (type == PrimitiveType.BYTES) {
            return variable + ".asReadOnlyBuffer()";
        }
        boolean optional = type instanceof UnionType union
                && union.optionalOf().filter(of -> of == PrimitiveType.BYTES).isPresent();
        return optional ? variable + " == null ? null : " + variable + ".asReadOnlyBuffer()" : variable;
    }

    private void avroMethods(RecordType record, ClassName type, FieldNames fields, JavaWriter out) {
        out.blank();
        out.javadoc(Javadoc.of("The same as {@link #SCHEMA$}."));
        out.open("public static $T getClassSchema() {", Classes.SCHEMA)
                .line("return SCHEMA$$;")
                .close();
        getterOf(out, Classes.SPECIFIC_DATA, "getSpecificData", "MODEL$");
        getterOf(out, Classes.SCHEMA, "getSchema", "SCHEMA$");
        get(record, fields, out);
        put(record, fields, out);
        if (record.schema().isError()) {
            // Avro's own has no conversion of decimals, without which it knows none in a union.
            override(out)
                    .open("public int hashCode() {")
                    .line("return MODEL$$.hashCode(this, SCHEMA$$);")
                    .close();
        }
        if (!record.schema().isError() && record.fields().stream().anyMatch(f -> f.type() instanceof LogicalType)) {
            override(out).open("public $T<?> getConversion(int field$$) {", Classes.CONVERSION);
            out.line("return CONVERSIONS$$[field$$];").close();
        }
        override(out)
                .open("public void writeExternal($T out$$) throws $T {", Classes.OBJECT_OUTPUT, Classes.IO_EXCEPTION)
                .line(
                        "new $T<$T>(SCHEMA$$, MODEL$$).write(this, $T.getEncoder(out$$));",
                        Classes.DATUM_WRITER,
                        type,
                        Classes.SPECIFIC_DATA)
                .close();
        override(out)
                .open("public void readExternal($T in$$) throws $T {", Classes.OBJECT_INPUT, Classes.IO_EXCEPTION)
                .line(
                        "new $T<$T>(SCHEMA$$, SCHEMA$$, MODEL$$).read(this, $T.getDecoder(in$$));",
                        Classes.DATUM_READER,
                        type,
                        Classes.SPECIFIC_DATA)
                .close();
    }

    private static void getterOf(JavaWriter out, JavaType type, String method, String constant) {
        override(out)
                .open("public $T $L() {", type, method)
                .line("return $L;", constant)
                .close();
    }

    private static void get(RecordType record, FieldNames fields, JavaWriter out) {
        override(out).open("public $T get(int field$$) {", new JavaType.Nullable(Classes.OBJECT));
        if (record.fields().isEmpty()) {
            out.line("throw new $T(field$$);", Classes.INDEX_OUT_OF_BOUNDS).close();
            return;
        }
        out.open("return switch (field$$) {");
        int position = 0;
        for (Field field : record.fields()) {
            out.line("case $L -> $L;", position++, fields.of(field).variable());
        }
        out.line("default -> throw new $T(field$$);", Classes.INDEX_OUT_OF_BOUNDS)
                .close("};")
                .close();
    }

    private void put(RecordType record, FieldNames fields, JavaWriter out) {
        out.blank().line("@$T", Classes.OVERRIDE);
        List<String> cases = new ArrayList<>();
        boolean unchecked = false;
        for (Field field : record.fields()) {
            JavaType boxed = types.boxed(field.type());
            unchecked |= boxed instanceof JavaType.Parameterized;
            cases.add(fields.of(field).variable() + " = " + cast(boxed, out));
        }
        if (unchecked) {
            out.line("@$T(\"unchecked\")", Classes.SUPPRESS_WARNINGS);
        }
        out.open("public void put(int field$$, $T value$$) {", new JavaType.Nullable(Classes.OBJECT));
        if (cases.isEmpty()) {
            out.line("throw new $T(field$$);", Classes.INDEX_OUT_OF_BOUNDS).close();
            return;
        }
        out.open("switch (field$$) {");
        for (int i = 0; i < cases.size(); i++) {
            out.raw("case " + i + " -> " + cases.get(i) + ";");
        }
        out.line("default -> throw new $T(field$$);", Classes.INDEX_OUT_OF_BOUNDS)
                .close()
                .close();
    }

    /** Avro may give its own Utf8 where the writer's schema asks for it. */
    private static String cast(JavaType boxed, JavaWriter out) {
        if (Classes.OBJECT.equals(boxed)) {
            return "value$";
        }
        return Classes.STRING.equals(boxed)
                ? "value$ == null ? null : value$.toString()"
                : "(" + out.name(boxed) + ") value$";
    }

    private static JavaWriter override(JavaWriter out) {
        return out.blank().line("@$T", Classes.OVERRIDE);
    }

    private static long fingerprint(RecordType record) {
        return SchemaNormalization.parsingFingerprint64(record.schema());
    }
}
