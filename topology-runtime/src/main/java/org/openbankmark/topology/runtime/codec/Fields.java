package org.openbankmark.topology.runtime.codec;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.jspecify.annotations.Nullable;

/**
 * For generated records: makes a constructor's argument the field's own. Lists and maps are copied, so that a record
 * never changes; of a buffer there is a view, whose position nobody else moves; times are cut to what the schema can hold and
 * decimals brought to its scale, so that a record equals what is read back, and has its hash code. What lists, maps and unions
 * contain stays as it is.
 *
 * <p>Each method throws an {@link AvroRuntimeException} that names the field for a null that its type does not take;
 * {@code field} is the record's and the field's name, such as {@code BalanceChanged.iban}. Stateless.
 */
public final class Fields {
    private Fields() {}

    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    public static ByteBuffer bytes(@Nullable ByteBuffer value, String field) {
        return required(value, field).asReadOnlyBuffer();
    }

    public static @Nullable ByteBuffer bytesOrNull(@Nullable ByteBuffer value) {
        return value == null ? null : value.asReadOnlyBuffer();
    }

    public static <T extends @Nullable Object> List<T> list(@Nullable List<? extends T> value, String field) {
        return copy(required(value, field));
    }

    public static <T extends @Nullable Object> @Nullable List<T> listOrNull(@Nullable List<? extends T> value) {
        return value == null ? null : copy(value);
    }

    public static <V extends @Nullable Object> Map<String, V> map(
            @Nullable Map<String, ? extends V> value, String field) {
        return copy(required(value, field));
    }

    public static <V extends @Nullable Object> @Nullable Map<String, V> mapOrNull(
            @Nullable Map<String, ? extends V> value) {
        return value == null ? null : copy(value);
    }

    public static BigDecimal decimal(@Nullable BigDecimal value, int precision, int scale, String field) {
        return scaled(required(value, field), precision, scale);
    }

    public static @Nullable BigDecimal decimalOrNull(@Nullable BigDecimal value, int precision, int scale) {
        return value == null ? null : scaled(value, precision, scale);
    }

    public static Instant millis(@Nullable Instant value, String field) {
        return required(value, field).truncatedTo(ChronoUnit.MILLIS);
    }

    public static @Nullable Instant millisOrNull(@Nullable Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MILLIS);
    }

    public static LocalTime millis(@Nullable LocalTime value, String field) {
        return required(value, field).truncatedTo(ChronoUnit.MILLIS);
    }

    public static @Nullable LocalTime millisOrNull(@Nullable LocalTime value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MILLIS);
    }

    public static LocalDateTime millis(@Nullable LocalDateTime value, String field) {
        return required(value, field).truncatedTo(ChronoUnit.MILLIS);
    }

    public static @Nullable LocalDateTime millisOrNull(@Nullable LocalDateTime value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Instant micros(@Nullable Instant value, String field) {
        return required(value, field).truncatedTo(ChronoUnit.MICROS);
    }

    public static @Nullable Instant microsOrNull(@Nullable Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    public static LocalTime micros(@Nullable LocalTime value, String field) {
        return required(value, field).truncatedTo(ChronoUnit.MICROS);
    }

    public static @Nullable LocalTime microsOrNull(@Nullable LocalTime value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    public static LocalDateTime micros(@Nullable LocalDateTime value, String field) {
        return required(value, field).truncatedTo(ChronoUnit.MICROS);
    }

    public static @Nullable LocalDateTime microsOrNull(@Nullable LocalDateTime value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    /** The value in the scale; as it is where that would round it, or take more digits than the precision: the writer refuses it. */
    private static BigDecimal scaled(BigDecimal value, int precision, int scale) {
        if (value.scale() == scale) {
            return value;
        }
        try {
            return Decimals.scaled(value, precision, scale);
        } catch (AvroTypeException misfit) {
            return value; // whoever writes it says so
        }
    }

    /** Keeps the order of entries, so that a record written twice gives the same bytes. */
    private static <V extends @Nullable Object> Map<String, V> copy(Map<String, ? extends V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static <T extends @Nullable Object> List<T> copy(List<? extends T> list) {
        return Collections.unmodifiableList(new ArrayList<>(list));
    }

    private static AvroRuntimeException missing(String field) {
        return new AvroRuntimeException(field + " is null, which its schema does not allow");
    }
}
