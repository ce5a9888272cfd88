package org.openbankmark.bank.graphql.transaction;

/** Money as text, in the Dutch style without a space: €1.234,56. */
public final class Euros {
    private static final int GROUP = 3;

    private Euros() {}

    /** With its sign, such as €-500,00. */
    public static String text(long cents) {
        String digits = Long.toUnsignedString(Math.abs(cents));
        if (digits.length() < GROUP) {
            digits = "0".repeat(GROUP - digits.length()) + digits;
        }
        int comma = digits.length() - 2;
        StringBuilder text = new StringBuilder(comma + comma / GROUP + 6).append(cents < 0 ? "€-" : "€");
        for (int i = 0; i < comma; i++) {
            if (i > 0 && (comma - i) % GROUP == 0) {
                text.append('.');
            }
            text.append(digits.charAt(i));
        }
        return text.append(',').append(digits, comma, digits.length()).toString();
    }

    /** Without its sign. */
    public static String amount(long cents) {
        String text = text(cents);
        return cents < 0 ? "€" + text.substring(2) : text;
    }
}
