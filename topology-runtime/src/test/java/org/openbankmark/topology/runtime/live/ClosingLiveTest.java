package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerCounters;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

class ClosingLiveTest extends LiveTest {

    @Test
    void closeDuringABatchWaitsForItAndCommitsIt() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 50);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        List<Long> handled = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(batches(topic, Map.of(), batch -> {
            begun.countDown();
            finish.await();
            batch.forEach(r -> handled.add(r.offset()));
        }));
        begun.await();
        Thread closer = new Thread(consumer::close);
        closer.start();
        Await.until("it is closing", () -> consumer.state() == ConsumerState.CLOSING, consumer::state);
        assertThat(consumer.stopped()).isNotDone();
        finish.countDown();
        closer.join();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(handled).isNotEmpty();
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(handled.size());
    }

    @Test
    void whatIsNotDoneWithinTheLimitIsInterruptedAndStaysUncommitted() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        sendBalances(topic, 5);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        ConsumerControl consumer = connection.consume(records(topic, r -> {
            if (r.offset() == 2) {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException asked) {
                    interrupted.set(true);
                    throw asked;
                }
            }
        }));
        begun.await();
        long start = System.nanoTime();
        consumer.close(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        Await.until("it has stopped", () -> consumer.stopped().isDone());
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(interrupted).isTrue();
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(2);
        List<Long> again = new CopyOnWriteArrayList<>();
        connection.consume(records(topic, r -> again.add(r.offset())));
        Await.until("the interrupted one comes again", () -> again.size() == 3, () -> again);
        assertThat(again).containsExactly(2L, 3L, 4L);
    }

    @Test
    void closingTheConnectionFromAHandlerDoesNotHang() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 3);
        ConsumerControl consumer = connection.consume(records(topic, r -> connection.close()));
        Await.until("it has stopped", () -> consumer.stopped().isDone(), consumer::state);
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(1);
    }

    @Test
    void aRecordWhoseHandlerWaitsForAReplyGetsItThoughTheConnectionCloses() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        Topic<BalanceChanged> commands = topics.balances(1, false);
        Topic<BalanceChanged> replies = topics.balances(1, false);
        sendBalances(topic, 5);
        RequestChannel<BalanceChanged, BalanceChanged> requests =
                connection.requests(new RequestSpec<>(commands, List.of(replies), Duration.ofSeconds(60), 10));
        ConsumerControl consumer = connection.consume(records(topic, RetryPolicy.none(), r -> {
            requests.send(r.value()).get();
            connection.sender(commands).send(r.value()).get();
        }));
        Await.until("it waits for a reply", () -> requests.pending() == 1);
        Thread closer = new Thread(connection::close);
        closer.start();
        Await.until("it is closing", () -> consumer.state() == ConsumerState.CLOSING, consumer::state);
        try (KafkaConnection answering = KafkaConnection.open(topics.settings())) {
            answering.sender(replies).send(balance("iban-0", 1)).get();
        }
        closer.join();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(consumer.counters()).isEqualTo(new ConsumerCounters(1, 0, 0));
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(1);
        assertThatThrownBy(() -> connection.sender(commands)).hasMessage("the connection is closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aHandlerSlowerThanThePollIntervalKeepsItsPartition(String protocol) throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 3);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch slow = new CountDownLatch(1);
        Map<String, String> settings =
                Map.of("group.protocol", protocol, "max.poll.interval.ms", "2000", "max.poll.records", "1");
        ConsumerControl consumer = connection.consume(records(topic, settings, r -> {
            if (calls.incrementAndGet() == 1) {
                slow.await();
            }
        }));
        Await.until("the first is at hand", () -> calls.get() == 1);
        long since = System.nanoTime();
        Await.until("three poll intervals pass", () -> System.nanoTime() - since > 6_000_000_000L);
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
        assertThat(topics.admin()
                        .describeConsumerGroups(List.of(group))
                        .all()
                        .get()
                        .get(group)
                        .members())
                .hasSize(1);
        slow.countDown();
        Await.until("all are handled, none twice", () -> consumer.counters().handled() == 3);
        consumer.close();
        assertThat(calls).hasValue(3);
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(3);
    }
}
