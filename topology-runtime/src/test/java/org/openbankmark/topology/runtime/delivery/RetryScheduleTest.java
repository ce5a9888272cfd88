package org.openbankmark.topology.runtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void delaysDoubleUpToTheLongest() {
        RetrySchedule schedule = new RetrySchedule(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 0);
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(failures -> schedule.delay(failures).toMillis()))
                .containsExactly(100L, 200L, 400L, 800L, 1_000L, 1_000L);
    }

    @Test
    void chanceShortensADelayByUpToAFifthAndNeverLengthensIt() {
        RetrySchedule schedule = new RetrySchedule(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 0.999_999);
        assertThat(schedule.delay(1)).isBetween(Duration.ofMillis(80), Duration.ofMillis(81));
        assertThat(schedule.delay(10)).isBetween(Duration.ofMillis(800), Duration.ofMillis(801));
    }

    @Test
    void extremesAreBounded() {
        RetrySchedule schedule = new RetrySchedule(Duration.ofDays(400_000), Duration.ofDays(400_000), () -> 0);
        assertThat(schedule.delay(1)).isEqualTo(Duration.ofDays(1));
        assertThat(schedule.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofDays(1));
        assertThat(new RetrySchedule(Duration.ZERO, Duration.ZERO, () -> 0.5).delay(100))
                .isZero();
        assertThat(new RetrySchedule(Duration.ofSeconds(10), Duration.ofSeconds(1), () -> 0).delay(1))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
