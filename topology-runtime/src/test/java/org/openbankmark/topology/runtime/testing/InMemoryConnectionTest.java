package org.openbankmark.topology.runtime.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerCounters;
import org.openbankmark.topology.runtime.consumer.ConsumerMetrics;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RecordHandler;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.topic.Topic;

class InMemoryConnectionTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Topic<BalanceChanged> TOPIC = Topic.of("balances", BalanceChangedCodec.INSTANCE)
            .partitions(3)
            .key(BalanceChanged::getIban)
            .build();
    private static final Topic<BalanceChanged> REPLIES = Topic.of("replies", BalanceChangedCodec.INSTANCE)
            .partitions(3)
            .key(BalanceChanged::getIban)
            .build();

    private final InMemoryConnection connection = new InMemoryConnection();

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void whatIsSentCanBeLookedAtWithKafkasPartitions() {
        send(0, 20);
        List<Received<BalanceChanged>> sent = connection.sent(TOPIC);
        assertThat(sent).hasSize(20).allSatisfy(r -> {
            assertThat(r.value()).isEqualTo(balance(r.key(), r.value().getNewBalance()));
            assertThat(r.partition())
                    .isEqualTo(Utils.toPositive(Utils.murmur2(r.key().getBytes(UTF_8))) % 3);
        });
        assertThat(sent).extracting(r -> r.value().getNewBalance()).isSorted();
    }

    @Test
    void aGroupGetsAllOnceAndGoesOnWhereItEnded() {
        send(0, 50);
        List<Long> first = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = consume("g", r -> first.add(r.value().getNewBalance()));
        connection.awaitHandled(LIMIT);
        consumer.close();
        assertThat(first).hasSize(50).doesNotHaveDuplicates();
        assertThat(connection.committed("g", TOPIC).values().stream()
                        .mapToLong(o -> o)
                        .sum())
                .isEqualTo(50);
        send(50, 10);
        List<Long> second = new CopyOnWriteArrayList<>();
        consume("g", r -> second.add(r.value().getNewBalance()));
        connection.awaitHandled(LIMIT);
        assertThat(second).hasSize(10).allMatch(amount -> amount >= 50);
    }

    @Test
    void failuresAreTriedAgainThenDeadLettered() {
        send(0, 10);
        ConsumerControl consumer = connection.consume(spec(
                "g",
                r -> {
                    if (r.value().getNewBalance() == 4) {
                        throw new IllegalStateException("never");
                    }
                },
                Optional.of("dead")));
        connection.awaitHandled(LIMIT);
        assertThat(consumer.counters()).isEqualTo(new ConsumerCounters(9, 2, 1));
        assertThat(connection.sentBytes("dead")).singleElement().satisfies(letter -> assertThat(letter.value())
                .isEqualTo(connection.sentBytes("balances").get(4).value()));
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
    }

    @Test
    void withoutDeadLettersItStops() {
        connection.sendBytes("balances", null, "unreadable".getBytes(UTF_8));
        ConsumerControl consumer = consume("g", r -> {});
        assertThatThrownBy(consumer.stopped()::join).hasMessageContaining("offset 0 of balances-0");
        assertThat(consumer.state()).isEqualTo(ConsumerState.FAILED);
        assertThat(connection.committed("g", TOPIC)).containsValue(0L);
    }

    @Test
    void membersShareThePartitionsAndHandleNothingTwice() throws Exception {
        List<Long> all = new CopyOnWriteArrayList<>();
        AtomicInteger second = new AtomicInteger();
        send(0, 300);
        consume("g", r -> all.add(r.value().getNewBalance()));
        ConsumerControl other = consume("g", r -> {
            second.incrementAndGet();
            all.add(r.value().getNewBalance());
        });
        send(300, 300);
        connection.await("the second has work", () -> second.get() > 0, LIMIT);
        other.close();
        send(600, 300);
        connection.awaitHandled(LIMIT);
        assertThat(all).hasSize(900).doesNotHaveDuplicates();
    }

    @Test
    void aHandlerMaySendAndClose() {
        send(0, 5);
        RecordSender<BalanceChanged> replies = connection.sender(REPLIES);
        CompletableFuture<ConsumerControl> self = new CompletableFuture<>();
        ConsumerControl consumer = consume("g", r -> {
            replies.send(r.value()).join();
            self.join().close();
        });
        self.complete(consumer);
        consumer.stopped().join();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(connection.sent(REPLIES)).hasSize(1);
    }

    @Test
    void whatDoesNotEndInTimeIsInterrupted() throws Exception {
        send(0, 1);
        CountDownLatch begun = new CountDownLatch(1);
        ConsumerControl consumer = consume("g", r -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        begun.await();
        consumer.close(Duration.ofMillis(50));
        consumer.stopped().join();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(connection.committed("g", TOPIC))
                .containsOnlyKeys(List.of(0, 1, 2).stream()
                        .map(p -> new org.apache.kafka.common.TopicPartition("balances", p))
                        .toArray(org.apache.kafka.common.TopicPartition[]::new));
        assertThat(connection.committed("g", TOPIC).values()).containsOnly(0L);
    }

    @Test
    void requestsGetTheirRepliesAndNoOthers() {
        RecordSender<BalanceChanged> replies = connection.sender(REPLIES);
        consume("answering", r -> {
            if (r.value().getNewBalance() != 13) {
                replies.send(balance(r.key(), r.value().getNewBalance() * 2));
                replies.send(balance(r.key(), -1)); // a duplicate
            }
        });
        List<CompletableFuture<BalanceChanged>> answers = new ArrayList<>();
        try (RequestChannel<BalanceChanged, BalanceChanged> one = requests(Duration.ofSeconds(30));
                RequestChannel<BalanceChanged, BalanceChanged> two = requests(Duration.ofMillis(50))) {
            for (int i = 100; i < 200; i++) {
                answers.add(one.send(balance("key-" + i, i)));
            }
            CompletableFuture<BalanceChanged> unanswered = two.send(balance("key-13", 13));
            for (int i = 0; i < 100; i++) {
                assertThat(answers.get(i).join()).isEqualTo(balance("key-" + (i + 100), 2 * (i + 100)));
            }
            assertThatThrownBy(unanswered::join).hasCauseInstanceOf(TimeoutException.class);
            assertThat(one.pending()).isZero();
            assertThat(two.pending()).isZero();
        }
    }

    @Test
    void aRecordWhoseHandlerWaitsForAReplyGetsItThoughTheConnectionCloses() throws Exception {
        send(0, 1);
        RecordSender<BalanceChanged> replies = connection.sender(REPLIES);
        RequestChannel<BalanceChanged, BalanceChanged> requests = requests(Duration.ofSeconds(60));
        ConsumerControl consumer = connection.consume(asking(requests));
        connection.await("it waits for a reply", () -> requests.pending() == 1, LIMIT);
        Thread closer = new Thread(connection::close);
        closer.start();
        connection.await("it is closing", () -> consumer.state() == ConsumerState.CLOSING, LIMIT);
        replies.send(balance("iban-0", 1));
        closer.join();
        assertThat(consumer.counters()).isEqualTo(new ConsumerCounters(1, 0, 0));
        assertThat(connection.committed("g", TOPIC).values()).containsOnlyOnce(1L);
        assertThatThrownBy(() -> connection.sender(REPLIES)).hasMessage("the connection is closed");
    }

    @Test
    void aRecordThatWaitsInVainForAReplyWhileTheConnectionClosesStaysUncommitted() throws Exception {
        send(0, 1);
        RequestChannel<BalanceChanged, BalanceChanged> requests = requests(Duration.ofSeconds(60));
        ConsumerControl consumer = connection.consume(asking(requests));
        connection.await("it waits for a reply", () -> requests.pending() == 1, LIMIT);
        Thread impatient = new Thread(() -> consumer.close(Duration.ofMillis(200)));
        impatient.start();
        connection.close();
        impatient.join();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(connection.sentBytes("dead")).isEmpty();
        assertThat(connection.committed("g", TOPIC).values()).containsOnly(0L);
    }

    @Test
    void aChannelThatIsClosedIsForgotten() {
        WeakReference<?> channel = closedChannel();
        connection.await(
                "it is forgotten",
                () -> {
                    System.gc();
                    return channel.get() == null;
                },
                LIMIT);
    }

    private WeakReference<?> closedChannel() {
        RequestChannel<BalanceChanged, BalanceChanged> channel = requests(Duration.ofSeconds(30));
        channel.close();
        return new WeakReference<>(channel);
    }

    private static ConsumerSpec<BalanceChanged> asking(RequestChannel<BalanceChanged, BalanceChanged> requests) {
        return new ConsumerSpec<>(
                TOPIC,
                "g",
                Optional.of(record -> requests.send(record.value()).get()),
                Optional.empty(),
                RetryPolicy.none(),
                Optional.of("dead"),
                500,
                Map.of());
    }

    @Test
    void aConsumersFiguresBindToMicrometer() {
        send(0, 3);
        ConsumerControl consumer = consume("g", r -> {});
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ConsumerMetrics(consumer, "balances", "g").bindTo(meters);
        connection.awaitHandled(LIMIT);
        connection.await("three are counted", () -> consumer.counters().handled() == 3, LIMIT);
        assertThat(meters.get("topology.consumer.handled")
                        .tags("topic", "balances", "group", "g")
                        .functionCounter()
                        .count())
                .isEqualTo(3);
        assertThat(meters.get("topology.consumer.lag").gauge().value()).isZero();
        assertThat(meters.get("topology.consumer.state")
                        .tag("state", "running")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("topology.consumer.state")
                        .tag("state", "failed")
                        .gauge()
                        .value())
                .isZero();
    }

    private RequestChannel<BalanceChanged, BalanceChanged> requests(Duration timeout) {
        return connection.requests(new RequestSpec<>(TOPIC, List.of(REPLIES), timeout, 1_000));
    }

    private void send(int from, int count) {
        RecordSender<BalanceChanged> sender = connection.sender(TOPIC);
        for (int i = from; i < from + count; i++) {
            assertThat(sender.send(balance("iban-" + i % 10, i))).isCompleted();
        }
    }

    private ConsumerControl consume(String group, RecordHandler<BalanceChanged> handler) {
        return connection.consume(spec(group, handler, Optional.empty()));
    }

    private static ConsumerSpec<BalanceChanged> spec(
            String group, RecordHandler<BalanceChanged> handler, Optional<String> deadLetter) {
        return new ConsumerSpec<>(
                TOPIC,
                group,
                Optional.of(handler),
                Optional.empty(),
                RetryPolicy.exponential(3, Duration.ofHours(1), Duration.ofHours(1)),
                deadLetter,
                500,
                Map.of());
    }

    private static BalanceChanged balance(String iban, long amount) {
        return new BalanceChanged(iban, amount, 1, "cash", "test");
    }
}
