package org.openbankmark.topology.model.avro;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Span;

/** Refuses defaults that are no time of day: Avro takes the number, but makes no record with it. */
final class TimeDefaults {
    private static final long DAY_IN_MILLIS = 86_400_000;

    private TimeDefaults() {}

    /** Checks the fields of a record; any other schema has none. */
    static void check(Schema schema, Span span, ProblemCollector problems) {
        if (schema.getType() != Schema.Type.RECORD) {
            return;
        }
        for (Schema.Field field : schema.getFields()) {
            if (field.hasDefaultValue() && !fits(field.schema(), field.defaultVal())) {
                problems.report(
                        Rule.INVALID_DEFAULT,
                        span,
                        "the default of '" + schema.getFullName() + "." + field.name() + "' is no time of day",
                        "write a number below a day's: of 86400000 milliseconds, or 86400000000 microseconds");
            }
        }
    }

    private static boolean fits(Schema schema, @Nullable Object value) {
        if (value instanceof Number number) {
            return fits(numeric(schema), number.longValue());
        } else if (value instanceof Collection<?> items) {
            return branch(schema, Schema.Type.ARRAY).stream()
                    .allMatch(array -> items.stream().allMatch(item -> fits(array.getElementType(), item)));
        } else if (value instanceof Map<?, ?> entries) {
            return branch(schema, Schema.Type.MAP).stream()
                            .allMatch(map -> entries.values().stream().allMatch(each -> fits(map.getValueType(), each)))
                    && branch(schema, Schema.Type.RECORD).stream().allMatch(record -> fieldsFit(record, entries));
        }
        return true;
    }

    private static boolean fieldsFit(Schema record, Map<?, ?> values) {
        return record.getFields().stream()
                .filter(field -> values.containsKey(field.name()))
                .allMatch(field -> fits(field.schema(), values.get(field.name())));
    }

    private static boolean fits(Optional<Schema> schema, long value) {
        LogicalType type = schema.map(Schema::getLogicalType).orElse(null);
        if (type instanceof LogicalTypes.TimeMillis) {
            return value >= 0 && value < DAY_IN_MILLIS;
        }
        return !(type instanceof LogicalTypes.TimeMicros) || (value >= 0 && value < DAY_IN_MILLIS * 1_000);
    }

    private static Optional<Schema> numeric(Schema schema) {
        return branch(schema, Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);
    }

    /** The schema itself, or the first branch of a union, of one of the types. */
    private static Optional<Schema> branch(Schema schema, Schema.Type... types) {
        Collection<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .filter(each -> List.of(types).contains(each.getType()))
                .findFirst();
    }
}
