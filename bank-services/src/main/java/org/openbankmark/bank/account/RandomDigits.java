package org.openbankmark.bank.account;

import java.util.Random;

/** Digits by chance, each as likely as the others. */
final class RandomDigits {
    private RandomDigits() {}

    static String of(int count, Random random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
