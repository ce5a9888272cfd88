package org.openbankmark.bank.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbankmark.bank.events.Heartbeat;

@Timeout(30)
class BeatsTest {
    private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();
    private final CurrentPace pace = new CurrentPace(Pace.AT_REST);

    @Test
    void beatsCountFromZeroInBatchesAsSoonAsThePaceIsSet() throws Exception {
        try (Beats beats = Beats.start(pace, this::sent, new SimpleMeterRegistry())) {
            pace.change(now -> new Pace(3, 3_600_000));
            assertThat(List.of(next(), next(), next())).containsExactly(0L, 1L, 2L);
            pace.change(now -> new Pace(2, 3_600_000));
            assertThat(List.of(next(), next())).containsExactly(3L, 4L);
            assertThat(beats.count()).isEqualTo(5);
        }
    }

    @Test
    void theNextBatchWaitsUntilTheLastIsAcknowledged() throws Exception {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        pace.change(now -> new Pace(1, 1));
        try (Beats beats = Beats.start(
                pace,
                beat -> {
                    sent.add(beat.getBeat());
                    return acknowledged;
                },
                new SimpleMeterRegistry())) {
            assertThat(next()).isZero();
            assertThat(sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
            acknowledged.complete(null);
            assertThat(next()).isEqualTo(1);
            assertThat(beats.count()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aBeatThatCouldNotBeWrittenIsCountedAndTheNextOnesGoOn() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        pace.change(now -> new Pace(1, 1));
        try (Beats beats = Beats.start(
                pace,
                beat -> {
                    sent.add(beat.getBeat());
                    return beat.getBeat() == 0
                            ? CompletableFuture.failedFuture(new IllegalStateException("no room"))
                            : CompletableFuture.completedFuture(null);
                },
                meters)) {
            assertThat(List.of(next(), next(), next())).containsExactly(0L, 1L, 2L);
            assertThat(meters.get("bank.heartbeat.failed").counter().count()).isEqualTo(1);
            assertThat(beats.count()).isGreaterThanOrEqualTo(3);
        }
    }

    private CompletableFuture<Void> sent(Heartbeat beat) {
        sent.add(beat.getBeat());
        return CompletableFuture.completedFuture(null);
    }

    private long next() throws InterruptedException {
        Long beat = sent.poll(10, TimeUnit.SECONDS);
        assertThat(beat).as("a beat within 10 s").isNotNull();
        return beat;
    }
}
