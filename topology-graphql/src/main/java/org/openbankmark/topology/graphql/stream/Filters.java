package org.openbankmark.topology.graphql.stream;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a subscriber may choose records by, with where their values come from. Immutable.
 *
 * @param <T> the record
 */
public final class Filters<T> {
    private final Map<String, Function<? super T, ? extends @Nullable Object>> fields;

    private Filters(Map<String, Function<? super T, ? extends @Nullable Object>> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** No field: every subscriber gets every record. */
    public static <T> Filters<T> none() {
        return new Filters<>(Map.of());
    }

    /** These, and one more. Subscribers are found by the value of the first that they give, so put first what differs most. */
    public Filters<T> by(String field, Function<? super T, ? extends @Nullable Object> value) {
        Map<String, Function<? super T, ? extends @Nullable Object>> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Filters<>(more);
    }

    Map<String, Function<? super T, ? extends @Nullable Object>> fields() {
        return fields;
    }

    /** A field's value in a form in which equal numbers are equal objects: 1.0 and 1.00, 0.0 and -0.0. */
    @Nullable
    Object valueOf(String field, T record) {
        Function<? super T, ? extends @Nullable Object> function = fields.get(field);
        if (function == null) {
            throw new IllegalArgumentException("no filter by " + field + ", but by " + fields.keySet());
        }
        Object value = function.apply(record);
        return value == null ? null : comparable(value);
    }

    static Object comparable(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof Double number) {
            return number + 0.0;
        } else if (value instanceof Float number) {
            // As a client writes it: 0.1 is 0.1, whatever a float makes of it.
            return Double.parseDouble(number.toString()) + 0.0;
        }
        return value;
    }
}
