package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * A copy of a schema whose strings bear the mark by which Avro's own readers give String. Made part by part and not from text:
 * Avro's parser takes ten times as long, and several threads must not make their first one at once (Avro 1.12.2).
 */
final class MarkedSchema {
    private final IdentityHashMap<Schema, Schema> named = new IdentityHashMap<>();

    private MarkedSchema() {}

    static Schema of(Schema schema) {
        return new MarkedSchema().copy(schema);
    }

    private Schema copy(Schema schema) {
        Schema known = named.get(schema);
        if (known != null) {
            return known;
        }
        Schema copy =
                switch (schema.getType()) {
                    case RECORD -> record(schema);
                    case ENUM ->
                        named(
                                schema,
                                Schema.createEnum(
                                        schema.getName(),
                                        schema.getDoc(),
                                        schema.getNamespace(),
                                        schema.getEnumSymbols(),
                                        schema.getEnumDefault()));
                    case FIXED ->
                        named(
                                schema,
                                Schema.createFixed(
                                        schema.getName(),
                                        schema.getDoc(),
                                        schema.getNamespace(),
                                        schema.getFixedSize()));
                    case ARRAY -> Schema.createArray(copy(schema.getElementType()));
                    case MAP -> Schema.createMap(copy(schema.getValueType()));
                    case UNION ->
                        Schema.createUnion(
                                schema.getTypes().stream().map(this::copy).toList());
                    default -> Schema.create(schema.getType());
                };
        copy.addAllProps(schema);
        if (isText(schema) && copy.getObjectProp(GenericData.STRING_PROP) == null) {
            GenericData.setStringType(copy, GenericData.StringType.String);
        }
        return copy;
    }

    private Schema record(Schema schema) {
        Schema copy = named(
                schema,
                Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), schema.isError()));
        List<Schema.Field> fields = new ArrayList<>(schema.getFields().size());
        for (Schema.Field field : schema.getFields()) {
            fields.add(new Schema.Field(field, copy(field.schema())));
        }
        copy.setFields(fields);
        return copy;
    }

    /** A record may contain itself, so its copy is known before its fields are. */
    private Schema named(Schema schema, Schema copy) {
        named.put(schema, copy);
        for (String alias : schema.getAliases()) {
            int dot = alias.lastIndexOf('.');
            copy.addAlias(alias.substring(dot + 1), dot < 0 ? "" : alias.substring(0, dot));
        }
        return copy;
    }

    /** A text that is read as another type, such as a UUID, keeps what it has; the keys of a map are texts. */
    private static boolean isText(Schema schema) {
        return schema.getType() == Schema.Type.MAP
                || (schema.getType() == Schema.Type.STRING && schema.getLogicalType() == null);
    }
}
