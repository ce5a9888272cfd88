package org.openbankmark.topology.runtime.topic;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.Decimals;

/**
 * How a record gets its key.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface Key<T> {

    /**
     * The record's key; null for none.
     *
     * @param clock is asked where the key is the time, and not for each record of any other key
     */
    @Nullable
    String of(T record, InstantSource clock);

    /** No key: the producer spreads records over the partitions. */
    static <T> Key<T> none() {
        return (record, clock) -> null;
    }

    /** The time of sending, ISO-8601 in UTC. */
    static <T> Key<T> time() {
        return (record, clock) -> clock.instant().toString();
    }

    /** Text taken from the record. */
    static <T> Key<T> from(Function<T, String> fromRecord) {
        return (record, clock) -> fromRecord.apply(record);
    }

    /**
     * The text of a decimal as it is on the wire.
     *
     * @param field the record's and the field's name, such as {@code Payment.amount}
     * @throws AvroRuntimeException if it has more digits than the precision or would have to be rounded to the scale, naming the field
     */
    static String decimal(BigDecimal value, int precision, int scale, String field) {
        try {
            return Decimals.scaled(value, precision, scale).toPlainString();
        } catch (AvroTypeException misfit) {
            throw new AvroRuntimeException(field + ": " + misfit.getMessage(), misfit);
        }
    }

    /**
     * Joins the texts of several fields by {@code |} so that different parts never give the same key: a {@code |} or
     * {@code \} inside a part gets a {@code \} before it.
     */
    static String join(String... parts) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.append('|');
            }
            key.append(parts[i].replace("\\", "\\\\").replace("|", "\\|"));
        }
        return key.toString();
    }
}
