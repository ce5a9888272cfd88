package org.openbankmark.topology.runtime.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Looks for a null where a schema does not allow one: slowly, for a message after something went wrong. */
final class NullPlace {
    private NullPlace() {}

    /** The first such place in the record's own fields, such as {@code Order.lines[3]}; nested records look for themselves. */
    static Optional<String> in(IndexedRecord record, Schema schema) {
        for (Schema.Field field : schema.getFields()) {
            Optional<String> place = at(schema.getName() + "." + field.name(), record.get(field.pos()), field.schema());
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> at(String name, @Nullable Object value, Schema schema) {
        if (value == null) {
            return schema.isNullable() ? Optional.empty() : Optional.of(name);
        }
        if (value instanceof List<?> list) {
            return inList(name, list, branch(schema, Schema.Type.ARRAY));
        }
        return value instanceof Map<?, ?> map ? inMap(name, map, branch(schema, Schema.Type.MAP)) : Optional.empty();
    }

    private static Optional<String> inList(String name, List<?> list, Optional<Schema> array) {
        for (int i = 0; array.isPresent() && i < list.size(); i++) {
            Optional<String> place =
                    at(name + "[" + i + "]", list.get(i), array.get().getElementType());
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inMap(String name, Map<?, ?> map, Optional<Schema> type) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() == null) {
                return Optional.of("a key of " + name);
            }
            Optional<String> place = type.flatMap(
                    schema -> at(name + "[" + entry.getKey() + "]", entry.getValue(), schema.getValueType()));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Optional<Schema> branch(Schema schema, Schema.Type type) {
        List<Schema> candidates = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return candidates.stream()
                .filter(candidate -> candidate.getType() == type)
                .findFirst();
    }
}
