package org.openbankmark.topology.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SeededAccountsTest {
    /** The rule of ISO 7064 that IBANs follow: letters as numbers, the head at the end, modulo 97 is 1. */
    @Test
    void numbersThatAreTheSameButForTheirDigitsAreValid() {
        for (int number : new int[] {0, 1, 499, 999}) {
            String iban = SeededAccounts.iban(number);
            String turned = (iban.substring(4) + iban.substring(0, 4))
                    .chars()
                    .mapToObj(letter -> Integer.toString(Character.digit(letter, 36)))
                    .reduce("", String::concat);
            assertThat(new BigInteger(turned).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        }
    }
}
