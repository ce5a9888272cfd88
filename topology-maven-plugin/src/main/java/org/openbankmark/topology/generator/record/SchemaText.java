package org.openbankmark.topology.generator.record;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** A schema as text for generated code: one field a line, and strings marked so that Avro's own readers give String. */
final class SchemaText {
    private SchemaText() {}

    /** The schema's JSON with line breaks between its fields. */
    static String of(Schema schema) {
        Schema copy = new Schema.Parser().parse(schema.toString());
        markStrings(copy, Collections.newSetFromMap(new IdentityHashMap<>()));
        return breakLines(copy.toString());
    }

    private static void markStrings(Schema schema, Set<Schema> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema)) {
                    schema.getFields().forEach(field -> markStrings(field.schema(), seen));
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> markStrings(branch, seen));
            case ARRAY -> markStrings(schema.getElementType(), seen);
            case MAP -> {
                mark(schema, seen);
                markStrings(schema.getValueType(), seen);
            }
            case STRING -> {
                if (schema.getLogicalType() == null) {
                    mark(schema, seen);
                }
            }
            default -> {}
        }
    }

    private static void mark(Schema schema, Set<Schema> seen) {
        if (seen.add(schema) && schema.getObjectProp(GenericData.STRING_PROP) == null) {
            GenericData.setStringType(schema, GenericData.StringType.String);
        }
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
