package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.Escaping;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;

/** The method {@code toString} of a record's class, which shows no secret: nested records are asked for their own text. */
final class ToStringEmitter {
    /** More operands than these make javac slow and its stack deep. */
    private static final int MOST_OPERANDS = 40;

    void emit(RecordType record, FieldNames fields, JavaWriter out) {
        out.blank();
        if (record.fields().stream().anyMatch(Field::secret)) {
            out.javadoc(Javadoc.of("All fields, secret ones as {@code ***}."));
        }
        out.line("@$T", Classes.OVERRIDE).open("public $T toString() {", Classes.STRING);
        if (record.fields().isEmpty()) {
            out.line("return $S;", record.name() + "[]");
        } else if (record.fields().size() > MOST_OPERANDS) {
            appending(record, fields, out);
        } else {
            concatenation(record, fields, out);
        }
        out.close();
    }

    private static void concatenation(RecordType record, FieldNames fields, JavaWriter out) {
        StringBuilder line = new StringBuilder("return ");
        String separator = record.name() + "[";
        for (Field field : record.fields()) {
            String part = (line.length() == 7 ? "" : " + ") + label(separator, field) + operand(fields, field);
            separator = ", ";
            if (line.length() + part.length() > out.room() - 10) {
                out.raw(line.toString());
                line.setLength(0);
                line.append("       ");
            }
            line.append(part);
        }
        out.raw(line + " + \"]\";");
    }

    private static void appending(RecordType record, FieldNames fields, JavaWriter out) {
        out.line("$T text$$ = new $T($S);", Classes.STRING_BUILDER, Classes.STRING_BUILDER, record.name() + "[");
        String separator = "";
        for (Field field : record.fields()) {
            String value = field.secret() ? "" : ".append(" + fields.of(field).variable() + ")";
            out.raw("text$.append(" + label(separator, field) + ")" + value + ";");
            separator = ", ";
        }
        out.line("return text$$.append(']').toString();");
    }

    private static String label(String separator, Field field) {
        return Escaping.literal(separator + field.name() + "=" + (field.secret() ? "***" : ""));
    }

    private static String operand(FieldNames fields, Field field) {
        return field.secret() ? "" : " + " + fields.of(field).variable();
    }
}
