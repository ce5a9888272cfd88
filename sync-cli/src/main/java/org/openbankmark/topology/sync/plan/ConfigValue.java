package org.openbankmark.topology.sync.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When two texts of a setting mean the same: a broker answers {@code true} where {@code TRUE} was set, {@code 1.0E-4} for {@code 0.0001}. */
public final class ConfigValue {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,30}");
    /** Bounded, because {@code 1e999999999} written out would fill the memory. */
    private static final Pattern FRACTION =
            Pattern.compile("[+-]?([0-9]{1,30}[.]?[0-9]{0,30}|[.][0-9]{1,30})([eE][+-]?[0-9]{1,2})?");

    private ConfigValue() {}

    /** Whether a broker takes both for the same value. */
    public static boolean same(String one, String other) {
        return one.equals(other) || canonical(one).equals(canonical(other));
    }

    /** Whether both are whole numbers and the first is the lower one. */
    static boolean lower(String one, String other) {
        return one.matches("[0-9]{1,18}")
                && other.matches("[0-9]{1,18}")
                && Long.parseLong(one) < Long.parseLong(other);
    }

    private static String canonical(String value) {
        String text = value.strip();
        if (text.contains(",")) {
            return Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.joining(","));
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (WHOLE.matcher(text).matches()) {
            return plain(new BigDecimal(text));
        }
        // A broker keeps a number that need not be whole as a double, and answers with that.
        return FRACTION.matcher(text).matches() ? plain(BigDecimal.valueOf(Double.parseDouble(text))) : text;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
