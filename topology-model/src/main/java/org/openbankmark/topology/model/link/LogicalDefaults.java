package org.openbankmark.topology.model.link;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;

/** Default values of logical types: written as people write them, or as the number that is on the wire. */
final class LogicalDefaults {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long DAY = 86_400_000_000_000L;

    private LogicalDefaults() {}

    /** The value as its base type has it; empty where the text is none. */
    static Optional<Object> of(String text, LogicalType type) {
        try {
            return switch (type.kind()) {
                case UUID -> uuid(text, type);
                case DECIMAL -> decimal(text, type);
                case DATE ->
                    wire(text, true)
                            .or(() -> Optional.of((int) LocalDate.parse(text).toEpochDay()));
                case TIME_MILLIS -> timeOfDay(text, MILLI).map(ScalarDefaults::json);
                case TIME_MICROS -> timeOfDay(text, MICRO).map(ScalarDefaults::json);
                case TIMESTAMP_MILLIS ->
                    wire(text, false).or(() -> since(OffsetDateTime.parse(text).toInstant(), ChronoUnit.MILLIS));
                case TIMESTAMP_MICROS ->
                    wire(text, false).or(() -> since(OffsetDateTime.parse(text).toInstant(), ChronoUnit.MICROS));
                case LOCAL_TIMESTAMP_MILLIS -> wire(text, false).or(() -> since(local(text), ChronoUnit.MILLIS));
                case LOCAL_TIMESTAMP_MICROS -> wire(text, false).or(() -> since(local(text), ChronoUnit.MICROS));
            };
        } catch (DateTimeException | ArithmeticException e) {
            // Not of this type; the caller reports it with its place.
            return Optional.empty();
        }
    }

    static String expected(LogicalType type) {
        return switch (type.kind()) {
            case UUID -> "write it as 8-4-4-4-12 hex digits, such as 123e4567-e89b-42d3-a456-426614174000";
            case DECIMAL ->
                "write a number of at most " + type.precision() + " digits, at most " + type.scale()
                        + " of them behind the point";
            case DATE -> "write a date such as 2024-01-31";
            case TIME_MILLIS -> "write a time such as 12:30:00.000, or a number of milliseconds below a day's";
            case TIME_MICROS -> "write a time such as 12:30:00.000000, or a number of microseconds below a day's";
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> "write a time with its zone, such as 2024-01-31T12:30:00Z";
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS ->
                "write a time without zone, such as 2024-01-31T12:30:00";
        };
    }

    private static Optional<Object> wire(String text, boolean small) {
        return ScalarDefaults.whole(text)
                .filter(number -> !small || number == number.intValue())
                .map(ScalarDefaults::json);
    }

    private static Optional<Object> uuid(String text, LogicalType type) {
        if (!text.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
            return Optional.empty();
        }
        UUID uuid = UUID.fromString(text);
        if (!(type.base() instanceof FixedType)) {
            return Optional.of(uuid.toString());
        }
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<Object> decimal(String text, LogicalType type) {
        Optional<BigDecimal> number = ScalarDefaults.number(text);
        // Bounded before it is scaled: 1e999 must not become a thousand digits.
        if (number.isEmpty() || number.get().precision() - number.get().scale() > type.precision()) {
            return Optional.empty();
        }
        BigDecimal scaled = number.get().setScale(type.scale());
        if (scaled.precision() > type.precision()) {
            return Optional.empty();
        }
        byte[] bytes = scaled.unscaledValue().toByteArray();
        if (type.base() instanceof FixedType fixed) {
            byte[] padded = new byte[fixed.size()];
            if (bytes.length > padded.length) {
                return Optional.empty();
            }
            java.util.Arrays.fill(padded, (byte) (scaled.signum() < 0 ? -1 : 0));
            System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
            bytes = padded;
        }
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<Long> timeOfDay(String text, long nanos) {
        return ScalarDefaults.whole(text)
                .filter(number -> number >= 0 && number < DAY / nanos)
                .or(() -> exact(LocalTime.parse(text).toNanoOfDay(), nanos));
    }

    private static Optional<Long> exact(long nanos, long unit) {
        return nanos % unit == 0 ? Optional.of(nanos / unit) : Optional.empty();
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static Optional<Object> since(Instant instant, ChronoUnit unit) {
        return instant.truncatedTo(unit).equals(instant)
                ? Optional.of(ScalarDefaults.json(unit.between(Instant.EPOCH, instant)))
                : Optional.empty();
    }
}
