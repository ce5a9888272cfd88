package org.openbankmark.topology.runtime.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class CompletionsTest {

    @Test
    void waitingForASendWhereSendsCompleteIsRefusedRatherThanWithoutEnd() throws Exception {
        try (Completions completions = new Completions("completions")) {
            PendingSend first = new PendingSend(completions);
            PendingSend second = new PendingSend(completions);
            CompletableFuture<RecordMetadata> waiting = first.thenApply(sent -> second.join());
            first.onCompletion(null, null);
            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("thenCompose");
            second.onCompletion(null, null);
            assertThat(second.get(10, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void aSendThatIsDoneCanBeAskedAnywhere() throws Exception {
        try (Completions completions = new Completions("completions")) {
            PendingSend first = new PendingSend(completions);
            PendingSend second = new PendingSend(completions);
            CompletableFuture<RecordMetadata> both = second.thenApply(sent -> first.join());
            first.onCompletion(null, null);
            second.onCompletion(null, null);
            assertThat(both.get(10, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void closingDoesNotWaitForWhatNeverEnds() throws Exception {
        Completions completions = new Completions("completions", Duration.ofMillis(20));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        completions.add(() -> {
            begun.countDown();
            awaitUninterrupted(release);
        });
        begun.await();
        CompletableFuture.runAsync(completions::close).get(10, TimeUnit.SECONDS);
        CompletableFuture<Void> later = new CompletableFuture<>();
        completions.add(() -> later.complete(null));
        release.countDown();
        later.get(10, TimeUnit.SECONDS);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
