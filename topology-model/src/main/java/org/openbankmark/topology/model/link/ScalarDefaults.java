package org.openbankmark.topology.model.link;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openbankmark.topology.model.type.PrimitiveType;

/** Default values of Avro's primitive types and of fixed. */
final class ScalarDefaults {
    // No leading zero, no underscore: YAML 1.1 and 1.2 read those differently.
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?");

    private ScalarDefaults() {}

    /**
     * The value; empty where the text is none of that type.
     *
     * @param quoted whether the file has it in quotes, which makes it a text and nothing else
     */
    static Optional<Object> of(String text, boolean quoted, PrimitiveType type) {
        if (quoted && type != PrimitiveType.STRING && type != PrimitiveType.BYTES) {
            return Optional.empty();
        }
        return switch (type) {
            case NULL -> Optional.empty();
            case BOOLEAN ->
                text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case INT ->
                whole(text).filter(number -> number == number.intValue()).map(Long::intValue);
            case LONG -> whole(text).map(ScalarDefaults::json);
            // As a double, because that is what a parser makes of the JSON that it becomes.
            case FLOAT ->
                number(text)
                        .filter(number -> Float.isFinite(number.floatValue()))
                        .map(BigDecimal::doubleValue);
            case DOUBLE ->
                number(text)
                        .map(BigDecimal::doubleValue)
                        .filter(Double::isFinite)
                        .map(number -> number);
            case BYTES -> bytes(text, -1);
            case STRING -> Optional.of(text);
        };
    }

    /** A whole number of 64 bits. */
    static Optional<Long> whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** The object that a JSON parser makes of a whole number; with another, Avro takes equal schemas for different. */
    static Object json(long number) {
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    /** A decimal number. */
    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /**
     * Bytes as Avro's JSON has them: a text in which each character is one byte.
     *
     * @param size how many there must be; any number where negative
     */
    static Optional<Object> bytes(String text, int size) {
        boolean fits = text.chars().allMatch(c -> c <= 0xFF) && (size < 0 || text.length() == size);
        return fits ? Optional.of(text) : Optional.empty();
    }

    static String expected(PrimitiveType type) {
        return switch (type) {
            case NULL -> "write null";
            case BOOLEAN -> "write true or false";
            case INT -> "write a whole number of 32 bits, without quotes";
            case LONG -> "write a whole number of 64 bits, without quotes";
            case FLOAT, DOUBLE -> "write a number such as 0.5, without quotes";
            case BYTES -> "write characters from U+0000 to U+00FF, one for each byte";
            case STRING -> "write a text";
        };
    }
}
