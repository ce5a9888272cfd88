package org.openbankmark.topology.graphql.input;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that a client gave, as graphql-java hands it over, with its place for messages. Generated code reads records from it.
 * Immutable.
 */
public final class InputValue {
    private final String place;
    private final @Nullable Object value;
    private final boolean present;

    private InputValue(String place, @Nullable Object value, boolean present) {
        this.place = place;
        this.value = value;
        this.present = present;
    }

    /** The value of an argument. */
    public static InputValue of(String argument, @Nullable Object value) {
        return new InputValue(argument, value, true);
    }

    /** A field of an input object; one that was not given is there, but not present. */
    public InputValue field(String name) {
        Map<?, ?> fields = as(Map.class, "an object");
        return new InputValue(place + "." + name, fields.get(name), fields.containsKey(name));
    }

    /** Hands it on if it was given and is not null. */
    public void ifGiven(Consumer<InputValue> action) {
        if (value != null) {
            action.accept(this);
        }
    }

    /** Hands it on if it was given, be it null. */
    public void ifPresent(Consumer<InputValue> action) {
        if (present) {
            action.accept(this);
        }
    }

    /** What the function makes of it; null for null. */
    public <T> @Nullable T orNull(Function<InputValue, T> reader) {
        return value == null ? null : reader.apply(this);
    }

    public boolean bool() {
        return as(Boolean.class, "true or false");
    }

    public int int32() {
        return as(Integer.class, "a whole number of 32 bits");
    }

    public long int64() {
        return as(Long.class, "a whole number of 64 bits");
    }

    /** A number; digits beyond a float's are rounded, as in any float. */
    public float float32() {
        float number = as(Double.class, "a number").floatValue();
        if (Float.isInfinite(number)) {
            throw wrong("is too large for a float");
        }
        return number;
    }

    public double float64() {
        return as(Double.class, "a number");
    }

    /** Text; one with half a character (a lone surrogate) cannot be written as UTF-8. */
    public String text() {
        String text = as(String.class, "a text");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw wrong("has half a character (a lone surrogate) at index " + i);
            }
        }
        return text;
    }

    public ByteBuffer bytes() {
        return ByteBuffer.wrap(as(byte[].class, "bytes"));
    }

    /** Bytes of which there must be so many. */
    public byte[] fixed(int size) {
        byte[] bytes = as(byte[].class, "bytes");
        if (bytes.length != size) {
            throw wrong("has " + bytes.length + " bytes, but must have " + size);
        }
        return bytes;
    }

    public UUID uuid() {
        return as(UUID.class, "a UUID");
    }

    /** A decimal with the scale; not rounded. */
    public BigDecimal decimal(int precision, int scale) {
        BigDecimal number = as(BigDecimal.class, "a decimal number");
        BigDecimal exact = number.stripTrailingZeros();
        if (exact.scale() > scale) {
            throw wrong("has more than " + scale + " digits behind the point");
        } else if ((long) exact.precision() - exact.scale() > precision - scale) {
            throw wrong("has more than " + (precision - scale) + " digits before the point");
        }
        return exact.setScale(scale);
    }

    /** A date; one whose days since 1970 exceed an int is refused. */
    public LocalDate date() {
        LocalDate date = as(LocalDate.class, "a date");
        if (date.toEpochDay() != (int) date.toEpochDay()) {
            throw wrong("is too far from 1970 for a date");
        }
        return date;
    }

    /** A time of day of so many nanoseconds: a finer one is refused, not cut off. */
    public LocalTime time(int unitNanos) {
        LocalTime time = as(LocalTime.class, "a time of day");
        checkUnit(time.get(ChronoField.NANO_OF_SECOND), unitNanos);
        return time;
    }

    /** A moment, as {@link #time}; one whose units since 1970 exceed a long is refused. */
    public Instant timestamp(int unitNanos) {
        Instant time = as(Instant.class, "a time with its offset");
        checkUnit(time.get(ChronoField.NANO_OF_SECOND), unitNanos);
        checkRange(time, unitNanos);
        return time;
    }

    /** A date and time, as {@link #timestamp}. */
    public LocalDateTime localTimestamp(int unitNanos) {
        LocalDateTime time = as(LocalDateTime.class, "a date and time");
        checkUnit(time.get(ChronoField.NANO_OF_SECOND), unitNanos);
        checkRange(time.toInstant(ZoneOffset.UTC), unitNanos);
        return time;
    }

    /** A symbol of an enum. */
    public <E extends Enum<E>> E symbol(Class<E> type) {
        return as(type, "a symbol of " + type.getSimpleName());
    }

    /** A list, each element read by the function. */
    public <T extends @Nullable Object> List<T> list(Function<InputValue, T> element) {
        List<T> list = new ArrayList<>();
        for (InputValue item : items()) {
            list.add(element.apply(item));
        }
        return list;
    }

    /** A list of entries as a map; a key that is there twice is refused. */
    public <T extends @Nullable Object> Map<String, T> map(Function<InputValue, T> entryValue) {
        Map<String, T> map = new LinkedHashMap<>();
        for (InputValue item : items()) {
            InputValue key = item.field("key");
            String text = key.text();
            if (map.containsKey(text)) {
                throw key.wrong("is there already in an earlier entry");
            }
            map.put(text, entryValue.apply(item.field("value")));
        }
        return map;
    }

    /** The one branch that is given of a union; the reader is told its name. */
    public <T> T oneOf(OneOfReader<T> reader) {
        Map<?, ?> fields = as(Map.class, "an object");
        if (fields.size() != 1) {
            throw wrong("must have exactly one of its fields, not " + fields.size());
        }
        String branch = String.valueOf(fields.keySet().iterator().next());
        return reader.read(branch, field(branch));
    }

    /**
     * Reads a branch of a union.
     *
     * @param <T> what the branches have in common
     */
    @FunctionalInterface
    public interface OneOfReader<T> {
        /** The value of the branch of that name. */
        T read(String branch, InputValue value);
    }

    /** For a branch that the generated code does not know, which the schema rules out. */
    public InvalidInputException unknownBranch() {
        return wrong("is no field of this union");
    }

    private List<InputValue> items() {
        List<?> given = as(List.class, "a list");
        List<InputValue> items = new ArrayList<>(given.size());
        for (Object item : given) {
            items.add(new InputValue(place + "[" + items.size() + "]", item, true));
        }
        return items;
    }

    private void checkUnit(int nanos, int unitNanos) {
        if (nanos % unitNanos != 0) {
            throw wrong("is finer than " + (unitNanos == 1_000 ? "microseconds" : "milliseconds"));
        }
    }

    private void checkRange(Instant time, int unitNanos) {
        ChronoUnit unit = unitNanos == 1_000 ? ChronoUnit.MICROS : ChronoUnit.MILLIS;
        if (time.isBefore(Instant.EPOCH.plus(Long.MIN_VALUE, unit))
                || time.isAfter(Instant.EPOCH.plus(Long.MAX_VALUE, unit))) {
            throw wrong("is too far from 1970 for " + (unitNanos == 1_000 ? "microseconds" : "milliseconds"));
        }
    }

    private <T> T as(Class<T> type, String expected) {
        Object given = value;
        if (given == null) {
            throw wrong("is missing");
        } else if (!type.isInstance(given)) {
            throw wrong("must be " + expected);
        }
        return type.cast(given);
    }

    private InvalidInputException wrong(String message) {
        return new InvalidInputException(place, message);
    }
}
