package org.openbankmark.topology.generator.record;

import org.apache.avro.Schema;

/** A schema as text for generated code: one field a line, and strings marked so that Avro's own readers give String. */
final class SchemaText {
    private SchemaText() {}

    /** The schema's JSON with line breaks between its fields. */
    static String of(Schema schema) {
        return breakLines(MarkedSchema.of(schema).toString());
    }

    private static String breakLines(String json) {
        StringBuilder out = new StringBuilder(json.length() + 64);
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                if (c == '\\') {
                    out.append(c);
                    c = json.charAt(++i);
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                if (c == '{' && depth == 2) {
                    out.append('\n');
                }
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            out.append(c);
        }
        return out.toString();
    }
}
