package org.openbankmark.topology.runtime.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroTypeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is that its schema does not take.
 *
 * @param name the first place in the record's own fields, such as {@code Order.lines[3]}, for nested records look for themselves; of
 *     what a secret field contains {@code Order.pins[***]}, as keys are secret, too; the record's name where there is none
 * @param secret whether nothing may be told of the value
 */
record MisfitPlace(String name, boolean secret) {
    private static final String KEY = "a key of ";

    /** Where a null is that the schema does not allow. */
    static MisfitPlace ofNull(IndexedRecord record, Schema schema, Set<String> secretFields) {
        return new Search((value, type) -> value == null && !type.isNullable()).in(record, schema, secretFields);
    }

    /** Where a decimal or a time is that the schema has no room for. */
    static MisfitPlace ofValue(IndexedRecord record, Schema schema, Set<String> secretFields) {
        return new Search(MisfitPlace::isBeyond).in(record, schema, secretFields);
    }

    /** Whether a value is what is looked for. */
    private interface Check {
        boolean refuses(@Nullable Object value, Schema schema);
    }

    /** Looks at all values: slowly, for a message after something went wrong. */
    private record Search(Check check) {

        MisfitPlace in(IndexedRecord record, Schema schema, Set<String> secretFields) {
            for (Schema.Field field : schema.getFields()) {
                String name = schema.getName() + "." + field.name();
                Optional<String> place = at(name, record.get(field.pos()), field.schema());
                if (place.isPresent()) {
                    boolean secret = secretFields.contains(field.name());
                    return new MisfitPlace(secret ? withoutKeys(place.get(), name) : place.get(), secret);
                }
            }
            return new MisfitPlace(schema.getName(), !secretFields.isEmpty());
        }

        private static String withoutKeys(String place, String field) {
            return place.startsWith(field + "[") ? field + "[***]" : place.startsWith(KEY) ? KEY + field : place;
        }

        private Optional<String> at(String name, @Nullable Object value, Schema schema) {
            if (check.refuses(value, schema)) {
                return Optional.of(name);
            }
            if (value instanceof List<?> list) {
                return inList(name, list, branch(schema, Schema.Type.ARRAY));
            }
            return value instanceof Map<?, ?> map
                    ? inMap(name, map, branch(schema, Schema.Type.MAP))
                    : Optional.empty();
        }

        private Optional<String> inList(String name, List<?> list, Optional<Schema> array) {
            for (int i = 0; array.isPresent() && i < list.size(); i++) {
                Optional<String> place =
                        at(name + "[" + i + "]", list.get(i), array.get().getElementType());
                if (place.isPresent()) {
                    return place;
                }
            }
            return Optional.empty();
        }

        private Optional<String> inMap(String name, Map<?, ?> map, Optional<Schema> type) {
            Schema keys = Schema.create(Schema.Type.STRING);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (check.refuses(entry.getKey(), keys)) {
                    return Optional.of(KEY + name);
                }
                Optional<String> place = type.flatMap(
                        schema -> at(name + "[" + entry.getKey() + "]", entry.getValue(), schema.getValueType()));
                if (place.isPresent()) {
                    return place;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Schema> branch(Schema schema, Schema.Type type) {
        return branches(schema).stream()
                .filter(candidate -> candidate.getType() == type)
                .findFirst();
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    private static boolean isBeyond(@Nullable Object value, Schema schema) {
        AvroWriter nowhere = new AvroWriter();
        try {
            for (Schema branch : branches(schema)) {
                if (write(value, branch, nowhere)) {
                    return false;
                }
            }
            return false;
        } catch (AvroTypeException beyond) {
            return true;
        }
    }

    /** Writes it as a codec does, if it is a value of the logical type; says whether it is. */
    private static boolean write(@Nullable Object value, Schema schema, AvroWriter out) {
        LogicalType type = schema.getLogicalType();
        String name = type == null ? "" : type.getName();
        if (value instanceof BigDecimal decimal && type instanceof LogicalTypes.Decimal digits) {
            write(decimal, digits, schema, out);
        } else if (value instanceof LocalDate date && name.equals("date")) {
            out.writeDate(date);
        } else if (value instanceof Instant time && name.equals("timestamp-millis")) {
            out.writeTimestampMillis(time);
        } else if (value instanceof Instant time && name.equals("timestamp-micros")) {
            out.writeTimestampMicros(time);
        } else if (value instanceof LocalDateTime time && name.equals("local-timestamp-millis")) {
            out.writeLocalTimestampMillis(time);
        } else if (value instanceof LocalDateTime time && name.equals("local-timestamp-micros")) {
            out.writeLocalTimestampMicros(time);
        } else {
            return false;
        }
        return true;
    }

    private static void write(BigDecimal value, LogicalTypes.Decimal type, Schema schema, AvroWriter out) {
        if (schema.getType() == Schema.Type.FIXED) {
            out.writeFixedDecimal(value, type.getPrecision(), type.getScale(), schema.getFixedSize());
        } else {
            out.writeDecimal(value, type.getPrecision(), type.getScale());
        }
    }
}
