package org.openbankmark.topology.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.producer.CompletingThread;
import org.openbankmark.topology.runtime.producer.Completions;

class PendingRepliesTest {
    private final ScheduledThreadPoolExecutor timer = (ScheduledThreadPoolExecutor) PendingReplies.newTimer("timer");

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void anAnswerCompletesOnceAndLeavesNothingBehind() {
        PendingReplies<String> pending = pending(2, Duration.ofHours(1));
        CompletableFuture<String> reply = pending.expect("a");
        pending.complete(reply, "yes");
        pending.complete(reply, "no");
        assertThat(reply).isCompletedWithValue("yes");
        assertThat(pending.size()).isZero();
        assertThat(pending.waitingFor("a")).isNull();
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void noMoreWaitThanTheLimitAllows() {
        PendingReplies<String> pending = pending(2, Duration.ofHours(1));
        CompletableFuture<String> first = pending.expect("a");
        pending.expect("b");
        assertThatThrownBy(pending.expect("c")::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(pending.size()).isEqualTo(2);
        pending.complete(first, "done");
        assertThat(pending.expect("c")).isNotDone();
    }

    @Test
    void whoSendsTheNextCommandWhenAReplyComesFindsItsPlaceFree() {
        PendingReplies<String> pending = pending(1, Duration.ofHours(1));
        CompletableFuture<String> first = pending.expect("a");
        CompletableFuture<CompletableFuture<String>> next = first.thenApply(reply -> pending.expect("b"));
        pending.complete(first, "done");
        assertThat(next.join()).isNotDone();
    }

    @Test
    void aKeyThatWaitsIsRefusedAndTheFirstIsUntouched() {
        PendingReplies<String> pending = pending(10, Duration.ofHours(1));
        CompletableFuture<String> first = pending.expect("a");
        assertThatThrownBy(pending.expect("a")::join)
                .hasCauseInstanceOf(AlreadyPendingException.class)
                .hasMessageContaining("key a");
        assertThat(pending.size()).isEqualTo(1);
        assertThat(pending.waitingFor("a")).isSameAs(first);
        pending.complete(first, "yes");
        assertThat(pending.expect("a")).isNotDone();
    }

    @Test
    void timeoutsFire() {
        PendingReplies<String> pending = pending(10, Duration.ofMillis(5));
        assertThatThrownBy(pending.expect("a")::join)
                .hasCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("commands")
                .hasMessageContaining("key a")
                .hasMessageContaining("5 ms");
        assertThat(pending.size()).isZero();
    }

    @Test
    void whoCancelsWaitsNoMore() {
        PendingReplies<String> pending = pending(1, Duration.ofHours(1));
        pending.expect("a").cancel(false);
        assertThat(pending.size()).isZero();
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void theEndFailsAllThatWaitAndAllThatCome() {
        PendingReplies<String> pending = pending(10, Duration.ofHours(1));
        CompletableFuture<String> waits = pending.expect("a");
        IllegalStateException closed = new IllegalStateException("closed");
        pending.end(closed);
        timer.shutdownNow();
        assertThatThrownBy(waits::join).hasCause(closed);
        assertThatThrownBy(pending.expect("b")::join).hasCause(closed);
        assertThat(pending.size()).isZero();
    }

    @Test
    void whatIsChainedToAReplyMustNotWaitForTheNext() throws Exception {
        try (Completions completions = new Completions("completions")) {
            PendingReplies<String> pending =
                    new PendingReplies<>("commands", 10, Duration.ofHours(1), timer, completions);
            CompletableFuture<String> first = pending.expect("a");
            CompletableFuture<String> next =
                    first.thenApply(reply -> pending.expect("b").join());
            pending.complete(first, "done");
            assertThatThrownBy(() -> next.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage(
                            "this runs on completions, which completes the futures of sends and requests: waiting"
                                    + " for one here would never end; chain what comes after it with thenCompose, or go to a thread"
                                    + " of your own with thenApplyAsync");
        }
    }

    private PendingReplies<String> pending(int max, Duration timeout) {
        return new PendingReplies<>("commands", max, timeout, timer, new Caller());
    }

    /** Completes at once, on the thread of the test. */
    private static final class Caller implements CompletingThread {
        @Override
        public void execute(Runnable completion) {
            completion.run();
        }

        @Override
        public void requireOtherThread() {}
    }
}
