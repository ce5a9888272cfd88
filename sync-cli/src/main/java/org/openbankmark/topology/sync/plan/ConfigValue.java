package org.openbankmark.topology.sync.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** When two texts of a setting mean the same: a broker answers {@code true} where {@code TRUE} was set, {@code 0.5} for {@code 0.50}. */
final class ConfigValue {

    private ConfigValue() {}

    static boolean same(String one, String other) {
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
        if (text.matches("[+-]?[0-9]{1,30}([.][0-9]{1,30})?")) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return text;
    }
}
