package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

/** The copy is what Avro's parser would make of the schema's text, with its strings marked. */
class MarkedSchemaTest {
    private static final int SCHEMAS = 1_000;

    @Test
    void itIsTheSchemaWithMarkedStrings() {
        Random random = new Random(7);
        for (int i = 0; i < SCHEMAS; i++) {
            assertMarked(RandomSchemas.record(random, "org.example.s" + i));
        }
    }

    @Test
    void nothingOfASchemaIsLost() {
        assertMarked(new Schema.Parser().parse("""
                {"type": "record", "name": "Order", "namespace": "org.example", "doc": "An \\"order\\".",
                 "aliases": ["org.old.Order", "Bare"], "owner": {"team": "a"},
                 "fields": [
                   {"name": "id", "type": {"type": "string", "logicalType": "uuid"}, "order": "descending"},
                   {"name": "mail", "type": {"type": "string", "logicalType": "no-such-type"}, "default": "x"},
                   {"name": "kind", "type": {"type": "enum", "name": "Kind", "namespace": "", "symbols": ["A", "B"],
                     "default": "A", "doc": "k", "aliases": ["K"]}, "aliases": ["sort"], "note": [1, 2.5, null]},
                   {"name": "again", "type": "Kind", "default": "B"},
                   {"name": "bytes", "type": {"type": "fixed", "name": "Four", "size": 4}, "default": "\\u00ff\\u0000ab"},
                   {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 2}},
                   {"name": "tags", "type": {"type": "map", "values": {"type": "array", "items": "string"}}, "default": {}},
                   {"name": "next", "type": ["null", "Order"], "default": null},
                   {"name": "marked", "type": {"type": "string", "avro.java.string": "Utf8"}}
                 ]}
                """));
    }

    private static void assertMarked(Schema schema) {
        String before = schema.toString();
        Schema parsed = new Schema.Parser().parse(before);
        mark(parsed, Collections.newSetFromMap(new IdentityHashMap<>()));

        assertThat(MarkedSchema.of(schema).toString()).isEqualTo(parsed.toString());
        assertThat(schema.toString()).isEqualTo(before);
    }

    private static void mark(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        boolean text = schema.getType() == Schema.Type.MAP
                || (schema.getType() == Schema.Type.STRING && schema.getLogicalType() == null);
        if (text && schema.getObjectProp(GenericData.STRING_PROP) == null) {
            GenericData.setStringType(schema, GenericData.StringType.String);
        }
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> mark(field.schema(), seen));
            case UNION -> schema.getTypes().forEach(branch -> mark(branch, seen));
            case ARRAY -> mark(schema.getElementType(), seen);
            case MAP -> mark(schema.getValueType(), seen);
            default -> {}
        }
    }
}
