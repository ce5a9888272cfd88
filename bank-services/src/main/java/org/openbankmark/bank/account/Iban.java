package org.openbankmark.bank.account;

import java.util.Random;

/**
 * The account numbers of this bank: {@code NL}, two check digits, {@code OPEN}, ten digits. The check digits are those of ISO
 * 13616: 98 less the remainder, by 97, of the bank code, the digits and the country in figures.
 */
public final class Iban {
    /** The company account, which pays the salaries. */
    public static final String COMPANY = "NL66OPEN0000000000";

    private static final int LENGTH = 18;
    private static final int DIGITS = 10;
    private static final int DIGITS_AT = LENGTH - DIGITS;
    // A letter is two figures, A being 10: "OPEN" in front of the digits, "NL00" behind them.
    private static final String BANK = "24251423";
    private static final String COUNTRY = "232100";

    private Iban() {}

    /**
     * The number that these digits have.
     *
     * @param digits ten of 0 to 9
     * @throws IllegalArgumentException if they are not
     */
    public static String of(String digits) {
        if (digits.length() != DIGITS || !figures(digits, 0, DIGITS)) {
            throw new IllegalArgumentException("'" + digits + "' is not ten digits");
        }
        int check = check(digits, 0);
        return "NL" + (check < 10 ? "0" : "") + check + "OPEN" + digits;
    }

    /** Whether this is a number of this bank: 18 characters, and what its own digits give. Whether it has an account or not. */
    public static boolean isValid(String text) {
        return text.length() == LENGTH
                && text.startsWith("NL")
                && text.startsWith("OPEN", 4)
                && figures(text, 2, 4)
                && figures(text, DIGITS_AT, LENGTH)
                && (text.charAt(2) - '0') * 10 + text.charAt(3) - '0' == check(text, DIGITS_AT);
    }

    /**
     * A number by chance: a 0 and nine random digits.
     *
     * @param random a cryptographic source where the number becomes an account's
     */
    public static String random(Random random) {
        return of("0" + RandomDigits.of(DIGITS - 1, random));
    }

    private static int check(String text, int from) {
        int remainder = remainder(0, BANK, 0);
        remainder = remainder(remainder, text, from);
        return 98 - remainder(remainder, COUNTRY, 0);
    }

    /** Figure by figure, as the whole number has more of them than a long. */
    private static int remainder(int start, String figures, int from) {
        int remainder = start;
        for (int i = from; i < figures.length(); i++) {
            remainder = (remainder * 10 + figures.charAt(i) - '0') % 97;
        }
        return remainder;
    }

    /** ASCII only: {@code Character.isDigit} takes the figures of other scripts too. */
    private static boolean figures(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
