package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

class SenderLiveTest extends LiveTest {

    @Test
    void whatCannotBeSentFailsItsFutureAndThrowsNothing() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        RecordSender<BalanceChanged> sender = connection.sender(topic);
        assertThatThrownBy(sender.send(null)::join).hasCauseInstanceOf(NullPointerException.class);
        assertThatThrownBy(sender.send(balance("x".repeat(2_000_000), 1))::join)
                .hasCauseInstanceOf(RecordTooLargeException.class);
        Thread.currentThread().interrupt();
        CompletableFuture<RecordMetadata> interrupted = sender.send(balance("a", 1));
        assertThat(Thread.interrupted()).isTrue();
        Await.until("it is done either way", interrupted::isDone);
        assertThat(sender.send(balance("a", 1)).get().topic()).isEqualTo(topic.name());
    }

    @Test
    void afterTheConnectionIsClosedSendsFail() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        KafkaConnection other = KafkaConnection.open(topics.settings());
        RecordSender<BalanceChanged> sender = other.sender(topic);
        CompletableFuture<RecordMetadata> buffered = sender.send(balance("a", 1));
        other.close();
        assertThat(buffered).isCompleted();
        assertThatThrownBy(sender.send(balance("a", 1))::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.sender(topic)).isInstanceOf(IllegalStateException.class);
        other.close();
    }

    @Test
    void aSlowContinuationHoldsUpNoOtherRecord() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        RecordSender<BalanceChanged> sender = connection.sender(topic);
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>();
        CompletableFuture<Void> slow = sender.send(balance("a", 1)).thenAccept(sent -> {
            thread.set(Thread.currentThread().getName());
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        try {
            Await.until("it has begun", () -> thread.get() != null);
            for (int i = 0; i < 1_000; i++) {
                sender.send(balance("a", i));
            }
            assertThat(topics.read(topic.name(), 1_001)).hasSize(1_001);
            assertThat(slow).isNotDone();
            assertThat(thread.get()).isEqualTo("topology-completions");
        } finally {
            release.countDown();
        }
        sender.flush();
        assertThat(slow).isCompleted();
    }

    @Test
    void flushWaitsForFuturesToo() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        try (KafkaConnection patient = KafkaConnection.open(topics.settings().with("linger.ms", "60000"))) {
            RecordSender<BalanceChanged> sender = patient.sender(topic);
            CompletableFuture<RecordMetadata> sent = sender.send(balance("a", 1));
            assertThat(sent).isNotDone();
            sender.flush();
            assertThat(sent).isCompleted();
        }
    }

    @Test
    void theUsersSettingsApply() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        for (Map.Entry<String, String> setting : Map.of(
                        "acks", "1", "max.request.size", "10", "compression.type", "zstd")
                .entrySet()) {
            try (KafkaConnection own =
                    KafkaConnection.open(topics.settings().with(setting.getKey(), setting.getValue()))) {
                CompletableFuture<RecordMetadata> sent = own.sender(topic).send(balance("a", 1));
                if (setting.getKey().equals("max.request.size")) {
                    assertThatThrownBy(sent::join).hasCauseInstanceOf(RecordTooLargeException.class);
                } else {
                    assertThat(sent.join().topic()).isEqualTo(topic.name());
                }
            }
        }
    }
}
