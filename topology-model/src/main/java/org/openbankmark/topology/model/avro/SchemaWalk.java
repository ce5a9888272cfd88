package org.openbankmark.topology.model.avro;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** Finds the named schemas in a schema. */
final class SchemaWalk {

    private SchemaWalk() {}

    /** All records, enums and fixed by full name. */
    static Map<String, Schema> named(Schema start) {
        Map<String, Schema> named = new LinkedHashMap<>();
        Deque<Schema> next = new ArrayDeque<>();
        next.add(start);
        while (!next.isEmpty()) {
            Schema schema = next.remove();
            switch (schema.getType()) {
                case RECORD -> {
                    if (named.putIfAbsent(schema.getFullName(), schema) == null) {
                        schema.getFields().forEach(field -> next.add(field.schema()));
                    }
                }
                case ENUM, FIXED -> named.putIfAbsent(schema.getFullName(), schema);
                case ARRAY -> next.add(schema.getElementType());
                case MAP -> next.add(schema.getValueType());
                case UNION -> next.addAll(schema.getTypes());
                default -> {}
            }
        }
        return named;
    }
}
