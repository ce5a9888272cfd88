package org.openbankmark.topology.runtime.consumer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.topic.Topic;

/** What a builder is told and cannot be meant is refused when it starts, with the name of the wish. */
class WrongWishesTest {
    private static final Topic<BalanceChanged> TOPIC =
            Topic.of("balances", BalanceChangedCodec.INSTANCE).build();

    @Test
    void batchesOfNothingAreRefused() {
        assertThatThrownBy(() -> spec(0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("balances")
                .hasMessageContaining("maxBatch");
    }

    @Test
    void deadLettersThatComeBackAreRefused() {
        assertThatThrownBy(() -> spec(1, Optional.of("balances")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the topic itself");
    }

    @Test
    void noAttemptAndNegativeDelaysAreRefused() {
        assertThatThrownBy(() -> RetryPolicy.exponential(0, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(() -> RetryPolicy.exponential(2, Duration.ofMillis(-1), Duration.ZERO))
                .hasMessageContaining("below zero");
    }

    @Test
    void requestsThatCouldNeverBeAnsweredAreRefused() {
        assertThatThrownBy(() -> new RequestSpec<>(TOPIC, List.of(TOPIC), Duration.ZERO, 1))
                .hasMessageContaining("timeout");
        assertThatThrownBy(() -> new RequestSpec<>(TOPIC, List.of(TOPIC), Duration.ofSeconds(1), 0))
                .hasMessageContaining("maxPending");
    }

    private static ConsumerSpec<BalanceChanged> spec(int maxBatch, Optional<String> deadLetter) {
        return new ConsumerSpec<>(
                TOPIC,
                "group",
                Optional.of(record -> {}),
                Optional.empty(),
                RetryPolicy.none(),
                deadLetter,
                maxBatch,
                Map.of());
    }
}
