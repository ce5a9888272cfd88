package org.openbankmark.topology.runtime.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
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
    void anInterruptThatSomethingChainedLeftDoesNotKeepTheThreadFromSleeping() throws Exception {
        try (Completions completions = new Completions("completions")) {
            CompletableFuture<Thread> interrupted = new CompletableFuture<>();
            completions.execute(() -> {
                Thread.currentThread().interrupt();
                interrupted.complete(Thread.currentThread());
            });
            Thread thread = interrupted.get(10, TimeUnit.SECONDS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (thread.getState() != Thread.State.WAITING && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
        }
    }

    @Test
    void closingDoesNotWaitForWhatNeverEnds() throws Exception {
        Completions completions = new Completions("completions", Duration.ofMillis(20));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        completions.execute(() -> {
            begun.countDown();
            awaitUninterrupted(release);
        });
        begun.await();
        CompletableFuture.runAsync(completions::close).get(10, TimeUnit.SECONDS);
        CompletableFuture<Void> later = new CompletableFuture<>();
        completions.execute(() -> later.complete(null));
        release.countDown();
        later.get(10, TimeUnit.SECONDS);
    }

    @Test
    void eachIsRunOnceAndInTheOrderOfItsThread() throws Exception {
        int each = 100_000;
        List<Integer> ran = new ArrayList<>(); // by the completing thread alone
        try (Completions completions = new Completions("completions")) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> addAll(completions, ran, 1, each));
            addAll(completions, ran, 2, each);
            other.get(10, TimeUnit.SECONDS);
            completions.await();
            for (int thread : new int[] {1, 2}) {
                assertThat(ran.stream().filter(number -> number % 10 == thread))
                        .hasSize(each)
                        .isSorted();
            }
        }
    }

    private static void addAll(Completions completions, List<Integer> ran, int thread, int count) {
        for (int i = 0; i < count; i++) {
            int number = i * 10 + thread;
            completions.execute(() -> ran.add(number));
        }
    }

    @Test
    void itIsWokenForEachThatComesAlone() throws Exception {
        try (Completions completions = new Completions("completions")) {
            for (int i = 0; i < 10_000; i++) {
                PendingSend alone = new PendingSend(completions);
                alone.onCompletion(null, null);
                assertThat(alone.get(10, TimeUnit.SECONDS)).isNull();
            }
        }
    }

    @Test
    void aRefusedSendFails() {
        try (Completions completions = new Completions("completions")) {
            PendingSend refused = new PendingSend(completions);
            Exception reason = new IllegalArgumentException("too large");
            refused.onCompletion(new RecordMetadata(new TopicPartition("t", 0), -1, 0, -1, 0, 0), reason);
            assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS)).hasCause(reason);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
