package org.openbankmark.bank.account;

import java.util.Random;

/** What proves that somebody may take money from an account: twenty digits. Never to be logged or shown. */
public final class Token {
    /** The company account's. */
    public static final String COMPANY = "0".repeat(20);

    private static final int DIGITS = 20;

    private Token() {}

    /**
     * A token by chance.
     *
     * @param random a cryptographic source
     */
    public static String random(Random random) {
        return RandomDigits.of(DIGITS, random);
    }
}
