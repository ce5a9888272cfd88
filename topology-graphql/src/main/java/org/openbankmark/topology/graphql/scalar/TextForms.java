package org.openbankmark.topology.graphql.scalar;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.avro.generic.GenericFixed;
import org.jspecify.annotations.Nullable;

/** The forms of all scalars. */
final class TextForms {
    /** Beyond, a text of a few characters would become a number of gigabytes: 1e999999999. */
    private static final int MOST_DIGITS = 10_000;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private TextForms() {}

    static TextForm<Long> longs() {
        return new Of<>("a whole number from -2^63 to 2^63-1", Long.class, TextForms::wholeNumber, true);
    }

    static TextForm<UUID> uuids() {
        return new Of<>("a UUID such as 123e4567-e89b-12d3-a456-426614174000", UUID.class, TextForms::uuid, false);
    }

    static TextForm<BigDecimal> decimals() {
        return new Of<>("a decimal number such as 12.50", BigDecimal.class, TextForms::decimal, true) {
            @Override
            public @Nullable String print(Object value) {
                return value instanceof BigDecimal number ? number.toPlainString() : null;
            }
        };
    }

    static TextForm<LocalDate> dates() {
        return new Of<>("a date such as 2024-01-31", LocalDate.class, LocalDate::parse, false);
    }

    static TextForm<LocalTime> localTimes() {
        return new Of<>("a time of day such as 12:30:00", LocalTime.class, LocalTime::parse, false);
    }

    static TextForm<Instant> dateTimes() {
        return new Of<>(
                "a time with its offset such as 2024-01-31T12:30:00Z",
                Instant.class,
                text -> OffsetDateTime.parse(text).toInstant(),
                false);
    }

    static TextForm<LocalDateTime> localDateTimes() {
        return new Of<>(
                "a date and time such as 2024-01-31T12:30:00", LocalDateTime.class, LocalDateTime::parse, false);
    }

    static TextForm<byte[]> bytes() {
        return new Of<>("bytes in Base64", byte[].class, Base64.getDecoder()::decode, false) {
            @Override
            public @Nullable String print(Object value) {
                if (value instanceof ByteBuffer buffer) {
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.duplicate().get(bytes);
                    return Base64.getEncoder().encodeToString(bytes);
                } else if (value instanceof GenericFixed fixed) {
                    return Base64.getEncoder().encodeToString(fixed.bytes());
                }
                return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : null;
            }
        };
    }

    private static Long wholeNumber(String text) {
        return text.length() > 40 ? Long.valueOf(text) : (Long) new BigDecimal(text).longValueExact();
    }

    /** UUID.fromString takes "1-1-1-1-1" too. */
    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no UUID");
        }
        return UUID.fromString(text);
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("too many digits");
        }
        return number;
    }

    /** Values of one class whose text is that of {@code toString}. */
    private static class Of<T> implements TextForm<T> {
        private final String expected;
        private final Class<?> type;
        private final Function<String, T> parser;
        private final boolean numbers;

        Of(String expected, Class<?> type, Function<String, T> parser, boolean numbers) {
            this.expected = expected;
            this.type = type;
            this.parser = parser;
            this.numbers = numbers;
        }

        @Override
        public String expected() {
            return expected;
        }

        @Override
        public T parse(String text) {
            return parser.apply(text);
        }

        @Override
        public @Nullable String print(Object value) {
            return type.isInstance(value) ? value.toString() : null;
        }

        @Override
        public boolean takesNumbers() {
            return numbers;
        }
    }
}
