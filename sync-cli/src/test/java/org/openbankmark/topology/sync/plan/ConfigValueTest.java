package org.openbankmark.topology.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broker answers to what was set. */
class ConfigValueTest {

    @ParameterizedTest
    @CsvSource({
        "0.0001, 1.0E-4",
        "1e-4, 1.0E-4",
        ".5, 0.5",
        "5., 5.0",
        "1, 1.0",
        "0.50, 0.5",
        "0.12345678901234567890, 0.12345678901234568",
        "007, 7",
        "TRUE, true"
    })
    void differentTextsOfOneValueAreTheSame(String set, String answered) {
        assertThat(ConfigValue.same(set, answered)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001, 0.001",
        "1e-4, 1e4",
        "9223372036854775807, 9223372036854775806",
        "., 0",
        "e5, 0",
        "1e999999999, 1e999999998",
        "compact, delete"
    })
    void differentValuesAreNot(String set, String answered) {
        assertThat(ConfigValue.same(set, answered)).isFalse();
    }
}
