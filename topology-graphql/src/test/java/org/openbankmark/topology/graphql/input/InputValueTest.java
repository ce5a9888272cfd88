package org.openbankmark.topology.graphql.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What GraphQL's own types let pass, but the field of a record does not take. */
class InputValueTest {
    private static final int MILLIS = 1_000_000;
    private static final int MICROS = 1_000;

    @Test
    void datesEndWhereTheirDaysDo() {
        assertTaken(LocalDate.ofEpochDay(Integer.MAX_VALUE), InputValue::date);
        assertTaken(LocalDate.ofEpochDay(Integer.MIN_VALUE), InputValue::date);
        assertRefused(LocalDate.ofEpochDay(Integer.MAX_VALUE + 1L), InputValue::date);
        assertRefused(LocalDate.MAX, InputValue::date);
        assertRefused(LocalDate.MIN, InputValue::date);
    }

    @Test
    void timesEndWhereTheirUnitsDo() {
        Instant lastMicro = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
        Instant lastMilli = Instant.ofEpochMilli(Long.MAX_VALUE);
        assertTaken(lastMicro, value -> value.timestamp(MICROS));
        assertTaken(Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS), value -> value.timestamp(MICROS));
        assertRefused(lastMicro.plus(1, ChronoUnit.MICROS), value -> value.timestamp(MICROS));
        assertRefused(Instant.parse("+300000-01-01T00:00:00Z"), value -> value.timestamp(MICROS));
        assertTaken(Instant.parse("+300000-01-01T00:00:00Z"), value -> value.timestamp(MILLIS));
        assertTaken(lastMilli, value -> value.timestamp(MILLIS));
        assertRefused(lastMilli.plusMillis(1), value -> value.timestamp(MILLIS));
        assertRefused(Instant.parse("-1000000000-01-01T00:00:00Z"), value -> value.timestamp(MILLIS));
    }

    @Test
    void localTimesEndWhereTheirUnitsDo() {
        LocalDateTime lastMicro =
                LocalDateTime.ofInstant(Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS), ZoneOffset.UTC);
        assertTaken(lastMicro, value -> value.localTimestamp(MICROS));
        assertRefused(lastMicro.plus(1, ChronoUnit.MICROS), value -> value.localTimestamp(MICROS));
        assertTaken(
                lastMicro.plus(1, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.MILLIS),
                value -> value.localTimestamp(MILLIS));
        assertRefused(LocalDateTime.parse("+999999999-12-31T00:00"), value -> value.localTimestamp(MILLIS));
    }

    private static void assertTaken(Object given, Function<InputValue, Object> reader) {
        assertThat(reader.apply(InputValue.of("input.at", given))).isEqualTo(given);
    }

    private static void assertRefused(Object given, Function<InputValue, Object> reader) {
        assertThatThrownBy(() -> reader.apply(InputValue.of("input.at", given)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("input.at: is too far from 1970");
    }
}
