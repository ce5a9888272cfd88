package org.openbankmark.bank.graphql.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EurosTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0 €0,00",
                "5 €0,05",
                "-5 €-0,05",
                "99 €0,99",
                "100 €1,00",
                "123456 €1.234,56",
                "-50000 €-500,00",
                "100000000 €1.000.000,00",
                "9223372036854775807 €92.233.720.368.547.758,07",
                "-9223372036854775808 €-92.233.720.368.547.758,08"
            })
    void centsAreWrittenInTheDutchStyle(long cents, String text) {
        assertThat(Euros.text(cents)).isEqualTo(text);
        assertThat(Euros.amount(cents)).isEqualTo(text.replace("-", ""));
    }
}
