package org.openbankmark.bank.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    @ParameterizedTest
    @ValueSource(strings = {"NL66OPEN0000000000", "NL80OPEN0123456789", "NL48OPEN0999999999"})
    void theKnownNumbersAreWhatTheirDigitsGive(String known) {
        assertThat(Iban.of(known.substring(8))).isEqualTo(known);
        assertThat(Iban.isValid(known)).isTrue();
    }

    @Test
    void checkDigitsAreThoseOfTheWholeNumber() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            String iban = Iban.random(random);
            String digits = iban.substring(8);
            int remainder = new BigInteger("24251423" + digits + "232100")
                    .mod(BigInteger.valueOf(97))
                    .intValue();
            assertThat(iban).isEqualTo("NL%02dOPEN%s", 98 - remainder, digits);
            assertThat(digits).matches("0[0-9]{9}");
            assertThat(Iban.isValid(iban)).isTrue();
        }
    }

    @Test
    void oneWrongFigureOrTwoInTheWrongOrderAreNoticed() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            String iban = Iban.random(random);
            int at = 8 + random.nextInt(9);
            char[] wrong = iban.toCharArray();
            wrong[at] = (char) ('0' + (wrong[at] - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(Iban.isValid(new String(wrong))).isFalse();

            char[] swapped = iban.toCharArray();
            swapped[at] = iban.charAt(at + 1);
            swapped[at + 1] = iban.charAt(at);
            assertThat(Iban.isValid(new String(swapped))).isEqualTo(swapped[at] == swapped[at + 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cash",
                "NL66OPEN000000000",
                "NL66OPEN00000000000",
                "NL66OPEN0000000001",
                "nl66OPEN0000000000",
                "NL66open0000000000",
                "NL66OPEN000000000 ",
                " NL66OPEN000000000",
                "NL66OPEN٠٠٠٠٠٠٠٠٠٠",
                "NL٦٦OPEN0000000000",
                "NL6:OPEN0000000000",
                "NL5@OPEN0000000000",
                "DE66OPEN0000000000",
                "NL66INGB0000000000",
                "NL\0\0OPEN0000000000"
            })
    void whatIsNotOfThisBankIsNotValid(String text) {
        assertThat(Iban.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "12345678901", "123456789x", "٠٠٠٠٠٠٠٠٠٠"})
    void otherThanTenDigitsAreRefused(String digits) {
        assertThatThrownBy(() -> Iban.of(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is not ten digits", digits);
    }
}
