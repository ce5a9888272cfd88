package org.openbankmark.bank.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbankmark.bank.events.Heartbeat;

@Timeout(30)
class BeatsTest {
    private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();
    private final CompletableFuture<Throwable> broken = new CompletableFuture<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CurrentPace pace = new CurrentPace(Pace.AT_REST);

    @Test
    void beatsCountFromZeroInBatchesAsSoonAsThePaceIsSet() throws Exception {
        try (Beats beats = beats(this::sent)) {
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
        try (Beats beats = beats(beat -> {
            sent.add(beat.getBeat());
            return acknowledged;
        })) {
            assertThat(next()).isZero();
            assertThat(sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
            acknowledged.complete(null);
            assertThat(next()).isEqualTo(1);
            assertThat(beats.count()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aBeatThatCouldNotBeWrittenIsCountedAndTheNextOnesGoOn() throws Exception {
        pace.change(now -> new Pace(1, 1));
        try (Beats beats = beats(beat -> {
            sent.add(beat.getBeat());
            return beat.getBeat() == 0
                    ? CompletableFuture.failedFuture(new IllegalStateException("no room"))
                    : CompletableFuture.completedFuture(null);
        })) {
            assertThat(List.of(next(), next(), next())).containsExactly(0L, 1L, 2L);
            assertThat(meters.get("bank.heartbeat.failed").counter().count()).isEqualTo(1);
            assertThat(beats.count()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void whatEndsItsThreadIsToldAndNotSwallowed() throws Exception {
        IllegalStateException closed = new IllegalStateException("the producer is closed");
        pace.change(now -> new Pace(1, 1));
        try (Beats beats = beats(beat -> {
            throw closed;
        })) {
            assertThat(broken.get(10, TimeUnit.SECONDS)).isSameAs(closed);
        }
    }

    private Beats beats(Function<Heartbeat, CompletableFuture<Void>> send) {
        return Beats.start(pace, send, meters, broken::complete);
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
