package org.openbankmark.bank.graphql.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Speeds are over the last seconds, whatever happened while nobody looked. */
class RecentSamplesTest {
    private final RecentSamples samples = new RecentSamples();
    /** As System.nanoTime() may begin. */
    private long now = Long.MAX_VALUE - 1;

    @Test
    void speedsAreOverTheLastFiveSeconds() {
        for (long second = 0; second < 60; second++) {
            counted(second * second);
            pass(Duration.ofSeconds(1));
        }
        assertThat(samples.figures().transactionsPerSecond()).isEqualTo((59 * 59 - 54 * 54) / 5.0);
    }

    @Test
    void whatHappenedWhileNobodyLookedIsNoSpeed() {
        counted(0);
        pass(Duration.ofSeconds(1));
        counted(10);
        pass(Duration.ofHours(3));
        counted(1_000_000);
        assertThat(samples.figures().transactionsPerSecond()).isZero();
        assertThat(samples.figures().topics().get(0).eventsPerSecond()).isZero();
        assertThat(samples.figures().transactions()).isEqualTo(1_000_000);
        pass(Duration.ofSeconds(1));
        counted(1_000_007);
        assertThat(samples.figures().transactionsPerSecond()).isEqualTo(7);
    }

    @Test
    void aServerThatTookSecondsLeavesTheSamplesBefore() {
        counted(0);
        pass(Duration.ofMillis(6_900));
        counted(69);
        assertThat(samples.figures().transactionsPerSecond()).isEqualTo(10);
    }

    @Test
    void whoAsksSeldomIsToldTheSpeedSinceTheLastTime() {
        counted(0);
        for (long times = 1; times <= 5; times++) {
            pass(Duration.ofSeconds(15));
            counted(times * 150);
            assertThat(samples.figures().transactionsPerSecond()).isEqualTo(10);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void counted(long transactions) {
        samples.add(new Sample(now, 1, transactions, Map.of("balance_changed", transactions)));
    }
}
