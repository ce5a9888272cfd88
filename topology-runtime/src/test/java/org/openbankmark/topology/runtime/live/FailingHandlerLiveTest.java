package org.openbankmark.topology.runtime.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerCounters;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.delivery.DeadLetterHeaders;
import org.openbankmark.topology.runtime.delivery.UnhandledRecordException;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.openbankmark.topology.runtime.topic.Topic;

class FailingHandlerLiveTest extends LiveTest {
    private static final byte[] KEY = "key".getBytes(UTF_8);

    @Test
    void aHandlerThatRecoversSkipsAndRepeatsNothingItHasHandled() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 20);
        AtomicInteger failures = new AtomicInteger();
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            if (r.offset() == 7 && failures.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            handled.add(r.offset());
        }));
        Await.until("all are handled", () -> handled.size() == 20, () -> handled);
        assertThat(handled).isSorted().doesNotHaveDuplicates();
        assertThat(consumer.counters()).isEqualTo(new ConsumerCounters(20, 2, 0));
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
        consumer.close();
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(20);
    }

    @Test
    void aRetryHoldsBackItsPartitionOnlyAndTheStateSaysSo() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(2, false);
        AtomicBoolean healthy = new AtomicBoolean();
        List<Received<BalanceChanged>> handled = new CopyOnWriteArrayList<>();
        byte[] value = valueOf(topic);
        topics.write(topic.name(), 0, KEY, value);
        RetryPolicy patient = RetryPolicy.exponential(1_000, Duration.ofMillis(50), Duration.ofMillis(50));
        ConsumerControl consumer = connection.consume(records(topic, patient, r -> {
            if (r.partition() == 0 && !healthy.get()) {
                throw new IllegalStateException("partition 0 is ill");
            }
            handled.add(r);
        }));
        Await.until("it is retrying", () -> consumer.state() == ConsumerState.RETRYING, consumer::state);
        for (int i = 0; i < 5; i++) {
            topics.write(topic.name(), 1, KEY, value);
        }
        Await.until("the other partition goes on", () -> handled.size() == 5, handled::size);
        assertThat(consumer.state()).isEqualTo(ConsumerState.RETRYING);
        Await.until("lag counts the held record", () -> consumer.lag().orElse(-1) == 1, consumer::lag);
        healthy.set(true);
        Await.until("the first partition too", () -> handled.size() == 6, handled::size);
        Await.until("it runs", () -> consumer.state() == ConsumerState.RUNNING, consumer::state);
    }

    @Test
    void whatKeepsFailingGoesToTheDeadLettersAsItWasAndTheRestIsHandled() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        sendBalances(topic, 10);
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            r.headers().add("changed-by-handler", KEY);
            if (r.offset() == 4) {
                throw new IllegalArgumentException("never");
            }
            handled.add(r.offset());
        }));
        Await.until("the others are handled", () -> handled.size() == 9, () -> handled);
        assertThat(handled).doesNotContain(4L).isSorted();
        ConsumerRecord<byte[], byte[]> original = topics.read(topic.name(), 10).get(4);
        ConsumerRecord<byte[], byte[]> dead =
                topics.read(topic.name() + "-dead", 1).get(0);
        assertThat(dead.key()).isEqualTo(original.key());
        assertThat(dead.value()).isEqualTo(original.value());
        assertThat(dead.headers().lastHeader("changed-by-handler")).isNull();
        assertThat(header(dead, DeadLetterHeaders.TOPIC)).isEqualTo(topic.name());
        assertThat(header(dead, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(dead, DeadLetterHeaders.OFFSET)).isEqualTo("4");
        assertThat(header(dead, DeadLetterHeaders.GROUP)).isEqualTo(group);
        assertThat(header(dead, DeadLetterHeaders.ATTEMPTS)).isEqualTo("3");
        assertThat(header(dead, DeadLetterHeaders.EXCEPTION)).isEqualTo(IllegalArgumentException.class.getName());
        assertThat(header(dead, DeadLetterHeaders.MESSAGE)).isEqualTo("never");
        assertThat(consumer.counters()).isEqualTo(new ConsumerCounters(9, 2, 1));
        consumer.close();
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(10);
    }

    @Test
    void withoutDeadLettersItStopsInFrontOfTheRecordLoudly() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 10);
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            if (r.offset() == 4) {
                throw new IllegalArgumentException("never");
            }
            handled.add(r.offset());
        }));
        Assertions.assertThatThrownBy(() -> consumer.stopped().get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(UnhandledRecordException.class)
                .hasMessageContaining("offset 4 of " + topic + "-0")
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(consumer.state()).isEqualTo(ConsumerState.FAILED);
        assertThat(consumer.failure()).isPresent();
        assertThat(handled).containsExactly(0L, 1L, 2L, 3L);
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(4);
        consumer.close();
        assertThat(consumer.state()).isEqualTo(ConsumerState.FAILED);
    }

    @Test
    void unreadableRecordsGoToTheDeadLettersWithoutAnAttempt() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        byte[] good = valueOf(topic);
        byte[] truncated = java.util.Arrays.copyOf(good, good.length - 3);
        byte[] unknownSchema = good.clone();
        unknownSchema[1] = 0x7F;
        List<byte[]> bad = List.of("no magic".getBytes(UTF_8), truncated, unknownSchema, new byte[0]);
        topics.write(topic.name(), 0, KEY, good);
        for (byte[] value : bad) {
            topics.write(topic.name(), 0, KEY, value);
        }
        topics.write(topic.name(), 0, KEY, null);
        topics.write(topic.name(), 0, KEY, good);
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> handled.add(r.offset())));
        Await.until("the good ones are handled", () -> handled.size() == 2, () -> handled);
        assertThat(handled).containsExactly(0L, 6L);
        List<ConsumerRecord<byte[], byte[]>> dead = topics.read(topic.name() + "-dead", 5);
        assertThat(dead).hasSize(5).allSatisfy(letter -> {
            assertThat(header(letter, DeadLetterHeaders.ATTEMPTS)).isEqualTo("0");
            assertThat(header(letter, DeadLetterHeaders.EXCEPTION))
                    .isEqualTo(UnreadableRecordException.class.getName());
            assertThat(letter.key()).isEqualTo(KEY);
        });
        for (int i = 0; i < bad.size(); i++) {
            assertThat(dead.get(i).value()).isEqualTo(bad.get(i));
        }
        assertThat(dead.get(4).value()).isNull();
        assertThat(consumer.counters()).isEqualTo(new ConsumerCounters(2, 0, 5));
    }

    @Test
    void anUnreadableRecordInABatchLeavesTheOthersInOrder() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        byte[] good = valueOf(topic);
        for (int i = 0; i < 10; i++) {
            topics.write(topic.name(), 0, KEY, i == 5 || i == 0 ? "bad".getBytes(UTF_8) : good);
        }
        List<Long> handled = new CopyOnWriteArrayList<>();
        connection.consume(batches(topic, Map.of(), batch -> batch.forEach(r -> handled.add(r.offset()))));
        Await.until("the good ones are handled", () -> handled.size() == 8, () -> handled);
        assertThat(handled).containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L, 9L);
        assertThat(topics.read(topic.name() + "-dead", 2)).hasSize(2);
    }

    @Test
    void aBatchThatKeepsFailingIsHandledOneByOne() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        sendBalances(topic, 50);
        List<Long> handled = new CopyOnWriteArrayList<>();
        List<List<Long>> failed = new CopyOnWriteArrayList<>();
        connection.consume(batches(topic, Map.of(), batch -> {
            List<Long> offsets = batch.stream().map(Received::offset).toList();
            if (offsets.contains(20L)) {
                failed.add(offsets);
                throw new IllegalStateException("20 is bad");
            }
            handled.addAll(offsets);
        }));
        Await.until("all others are handled", () -> handled.size() == 49, () -> handled);
        assertThat(handled).doesNotContain(20L).isSorted().doesNotHaveDuplicates();
        assertThat(failed.get(0)).hasSizeGreaterThan(1);
        assertThat(failed.get(1)).isEqualTo(failed.get(0));
        assertThat(failed.get(2)).isEqualTo(failed.get(0));
        assertThat(failed.subList(3, failed.size())).hasSize(3).containsOnly(List.of(20L));
        assertThat(topics.read(topic.name() + "-dead", 1)).hasSize(1);
    }

    @Test
    void errorsAndInterruptionsOfAHandlerCountAsItsFailures() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        sendBalances(topic, 6);
        AtomicInteger calls = new AtomicInteger();
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            calls.incrementAndGet();
            if (r.offset() == 1) {
                throw new StackOverflowError();
            }
            if (r.offset() == 2 && calls.get() < 6) {
                throw new InterruptedException("for the handler's own reasons");
            }
            if (r.offset() == 3) {
                Thread.currentThread().interrupt();
            }
            if (r.offset() == 4) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                throw new AssertionError("wrong");
            }
            handled.add(r.offset());
        }));
        Await.until("the good ones are handled", () -> handled.size() == 4, () -> handled);
        assertThat(handled).containsExactly(0L, 2L, 3L, 5L);
        assertThat(topics.read(topic.name() + "-dead", 2))
                .extracting(letter -> header(letter, DeadLetterHeaders.EXCEPTION))
                .containsExactly(StackOverflowError.class.getName(), AssertionError.class.getName());
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
    }

    @Test
    void aHandlerThatFailsInterruptedGetsOneDeadLetterForEachRecordAndGoesOn() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        sendBalances(topic, 3);
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            // The producer does not know the dead letters' topic at the first, and does at the second.
            if (r.offset() < 2) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted");
            }
            handled.add(r.offset());
        }));
        Await.until(
                "it goes on", () -> handled.size() == 1 || consumer.stopped().isDone(), consumer::state);
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
        assertThat(consumer.counters().deadLettered()).isEqualTo(2);
        assertThat(topics.read(topic.name() + "-dead", 2))
                .extracting(letter -> header(letter, DeadLetterHeaders.OFFSET))
                .containsExactly("0", "1");
    }

    @Test
    void anOutOfMemoryErrorStopsTheConsumer() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        sendBalances(topic, 1);
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            throw new OutOfMemoryError("made up");
        }));
        Await.until("it has failed", () -> consumer.stopped().isDone());
        assertThat(consumer.state()).isEqualTo(ConsumerState.FAILED);
        assertThat(consumer.failure()).containsInstanceOf(OutOfMemoryError.class);
        assertThat(topics.committed(group, topic.name(), 0)).isZero();
    }

    @Test
    void aHandlerMayCloseItsOwnConsumer() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 10);
        CompletableFuture<ConsumerControl> self = new CompletableFuture<>();
        CountDownLatch closed = new CountDownLatch(1);
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            handled.add(r.offset());
            if (r.offset() == 3) {
                self.join().close();
                closed.countDown();
            }
        }));
        self.complete(consumer);
        consumer.stopped().get(30, TimeUnit.SECONDS);
        assertThat(closed.getCount()).isZero();
        assertThat(handled).containsExactly(0L, 1L, 2L, 3L);
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(4);
    }

    private byte[] valueOf(Topic<BalanceChanged> topic) throws Exception {
        Topic<BalanceChanged> other = topics.balances(1, false);
        topics.register(topic.name() + "-value", BalanceChanged.SCHEMA$);
        connection.sender(other).send(balance("iban", 1)).get();
        return topics.read(other.name(), 1).get(0).value();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
