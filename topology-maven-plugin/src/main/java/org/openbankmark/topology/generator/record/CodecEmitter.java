package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.List;
import org.openbankmark.topology.generator.java.Escaping;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;

/** The class that writes and reads a record, field by field in straight lines. */
final class CodecEmitter {
    /** HotSpot compiles no method of more than 8,000 bytes; a field takes some 20. */
    private static final int FIELDS_PER_METHOD = 100;

    private final JavaNames names;
    private final JavaTypes types;
    private final Origin origin;

    CodecEmitter(JavaNames names, Origin origin) {
        this.names = names;
        this.types = new JavaTypes(names);
        this.origin = origin;
    }

    String emit(RecordType record) {
        ClassName type = names.type(record);
        ClassName codec = names.codec(record);
        JavaWriter out = names.writer(codec);
        out.javadoc(Javadoc.of(
                "Writes and reads {@link " + out.name(type) + "} as Avro binary. Stateless and thread-safe."));
        origin.annotate(out, record);
        out.line("@$T", Classes.NULL_MARKED);
        out.open("public final class $L extends $T {", codec.simpleName(), Classes.RECORD_CODEC.with(type));
        out.javadoc(Javadoc.of("The only instance."));
        out.line("public static final $T INSTANCE = new $T();", codec, codec).blank();
        List<String> known = new ArrayList<>(List.of(out.name(type) + ".class", out.name(type) + ".SCHEMA$"));
        record.fields().stream().filter(Field::secret).forEach(field -> known.add(Escaping.literal(field.name())));
        out.open("private $L() {", codec.simpleName())
                .list("super(", known, ",", ");")
                .close();
        CodecMethods methods = new CodecMethods(record, names, types, new FewestBytes(), out);
        boolean recursive = Contents.of(record).containsItself();
        write(record, type, methods, recursive, out);
        read(record, type, methods, recursive, out);
        methods.emitRest();
        return out.close().toSource();
    }

    private void write(RecordType record, ClassName type, CodecMethods methods, boolean recursive, JavaWriter out) {
        List<Field> fields = record.fields();
        boolean split = fields.size() > FIELDS_PER_METHOD;
        out.blank().line("@$T", Classes.OVERRIDE);
        String writer = names.local("out");
        String variable = names.local("record");
        out.open("public void write($T $L, $T $L) {", type, variable, Classes.AVRO_WRITER, writer);
        enter(writer, recursive, out);
        boolean canBeNull = fields.stream().anyMatch(field -> !JavaTypes.isPrimitive(field.type()));
        if (canBeNull) {
            out.open("try {");
        }
        if (split) {
            for (int from = 0; from < fields.size(); from += FIELDS_PER_METHOD) {
                out.line("writeFrom$L($L, $L);", from, variable, writer);
            }
        } else {
            fields.forEach(methods::write);
        }
        if (canBeNull) {
            out.next("} catch ($T e) {", Classes.NULL_POINTER).line("throw nullField($L, e);", variable);
            if (fields.stream().anyMatch(field -> JavaTypes.reachesBeyondAvro(field.type()))) {
                out.next("} catch ($T e) {", Classes.AVRO_TYPE_EXCEPTION)
                        .line("throw unwritableField($L, e);", variable);
            }
            out.close();
        }
        leave(writer, recursive, out);
        out.close();
        for (int from = 0; split && from < fields.size(); from += FIELDS_PER_METHOD) {
            out.blank();
            out.open(
                    "private static void writeFrom$L($T $L, $T $L) {",
                    from,
                    type,
                    variable,
                    Classes.AVRO_WRITER,
                    writer);
            fields.subList(from, Math.min(from + FIELDS_PER_METHOD, fields.size()))
                    .forEach(methods::write);
            out.close();
        }
    }

    private void read(RecordType record, ClassName type, CodecMethods methods, boolean recursive, JavaWriter out) {
        out.blank().line("@$T", Classes.OVERRIDE);
        String reader = names.local("in");
        String variable = names.local("record");
        out.open("public $T read($T $L) {", type, Classes.AVRO_READER, reader);
        enter(reader, recursive, out);
        if (Shape.of(record).takesAll()) {
            readIntoConstructor(record, type, methods, recursive, reader, out);
            return;
        }
        out.line("$T $L = new $T();", type, variable, type);
        List<Field> fields = record.fields();
        boolean split = fields.size() > FIELDS_PER_METHOD;
        for (int from = 0; split && from < fields.size(); from += FIELDS_PER_METHOD) {
            out.line("readFrom$L($L, $L);", from, variable, reader);
        }
        if (!split) {
            fields.forEach(field -> put(record, field, methods, out));
        }
        leave(reader, recursive, out);
        out.line("return $L;", variable).close();
        for (int from = 0; split && from < fields.size(); from += FIELDS_PER_METHOD) {
            out.blank();
            out.open(
                    "private static void readFrom$L($T $L, $T $L) {",
                    from,
                    type,
                    variable,
                    Classes.AVRO_READER,
                    reader);
            fields.subList(from, Math.min(from + FIELDS_PER_METHOD, fields.size()))
                    .forEach(field -> put(record, field, methods, out));
            out.close();
        }
    }

    private void readIntoConstructor(
            RecordType record, ClassName type, CodecMethods methods, boolean recursive, String reader, JavaWriter out) {
        FieldNames fields = names.fields(record);
        for (Field field : record.fields()) {
            out.line("$T $L = $L;", types.field(field.type()), local(fields, field, reader), methods.read(field));
        }
        leave(reader, recursive, out);
        List<String> arguments = record.fields().stream()
                .map(field -> local(fields, field, reader))
                .toList();
        out.list("return new " + out.name(type) + "(", arguments, ",", ");").close();
    }

    private void put(RecordType record, Field field, CodecMethods methods, JavaWriter out) {
        String value = methods.read(field);
        boolean copied = ConstructorsEmitter.isCopied(field.type());
        out.line(
                "$L.put($L, $L);",
                names.local("record"),
                field.schemaField().pos(),
                copied ? ConstructorsEmitter.checked(record, field, value, out) : value);
    }

    /** The parameter's name is taken. */
    private static String local(FieldNames fields, Field field, String reader) {
        String variable = fields.of(field).variable();
        return variable.equals(reader) ? reader + "$" : variable;
    }

    private static void enter(String stream, boolean recursive, JavaWriter out) {
        if (recursive) {
            out.line("$L.enter();", stream);
        }
    }

    private static void leave(String stream, boolean recursive, JavaWriter out) {
        if (recursive) {
            out.line("$L.leave();", stream);
        }
    }
}
