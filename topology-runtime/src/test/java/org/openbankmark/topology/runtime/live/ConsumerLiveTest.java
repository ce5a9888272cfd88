package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

class ConsumerLiveTest extends LiveTest {

    @Test
    void whatIsSentIsReceivedEqualInOrderAndCommitted() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(3, false);
        sendBalances(topic, 1_000);
        List<Received<BalanceChanged>> received = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, received::add));
        Await.until("all are received", () -> received.size() == 1_000, received::size);
        Await.until("nothing lags", () -> consumer.lag().orElse(-1) == 0, consumer::lag);
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
        assertThat(consumer.counters().handled()).isEqualTo(1_000);
        assertThat(received).allSatisfy(r -> assertThat(r.value())
                .isEqualTo(balance(r.key(), r.value().getNewBalance())));
        for (int account = 0; account < 10; account++) {
            String iban = "iban-" + account;
            assertThat(received.stream().filter(r -> iban.equals(r.key())).map(r -> r.value()
                            .getNewBalance()))
                    .isSorted()
                    .hasSize(100);
        }
        consumer.close();
        assertThat(consumer.state()).isEqualTo(ConsumerState.CLOSED);
        assertThat(consumer.stopped()).isCompleted();
        assertThat(topics.committed(group).values().stream()
                        .mapToLong(o -> o.offset())
                        .sum())
                .isEqualTo(1_000);
    }

    @Test
    void aGroupThatStartsAtTheEndKeepsItsPlaceBeforeItsFirstRecordIsHandled() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 2);
        ConsumerControl consumer = connection.consume(records(topic, Map.of("auto.offset.reset", "latest"), record -> {
            throw new IllegalStateException("made up");
        }));
        Await.until("it has found the end", () -> consumer.lag().orElse(-1) == 0, consumer::lag);
        sendBalances(topic, 1);
        Await.until("it gave up on the record", () -> consumer.stopped().isDone());
        assertThat(topics.committed(group, topic.name(), 0)).isEqualTo(2);
    }

    @Test
    void aSecondStartGoesOnWhereTheFirstEnded() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, false);
        sendBalances(topic, 10);
        List<Long> first = new CopyOnWriteArrayList<>();
        ConsumerControl consumer = connection.consume(records(topic, r -> first.add(r.offset())));
        Await.until("ten are received", () -> first.size() == 10);
        consumer.close();
        sendBalances(topic, 5);
        List<Long> second = new CopyOnWriteArrayList<>();
        connection.consume(records(topic, r -> second.add(r.offset())));
        Await.until("five more are received", () -> second.size() == 5, () -> second);
        assertThat(second).containsExactly(10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void batchesAreBoundedAndKeepEachPartitionsOrder() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(3, false);
        sendBalances(topic, 1_000);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        List<Received<BalanceChanged>> received = new CopyOnWriteArrayList<>();
        connection.consume(batches(topic, java.util.Map.of(), batch -> {
            sizes.add(batch.size());
            received.addAll(batch);
        }));
        Await.until("all are received", () -> received.size() == 1_000, received::size);
        assertThat(sizes).allMatch(size -> size >= 1 && size <= 100);
        assertThat(sizes).hasSizeLessThan(200);
        for (int partition = 0; partition < 3; partition++) {
            int wanted = partition;
            assertThat(received.stream().filter(r -> r.partition() == wanted).map(Received::offset))
                    .isSorted();
        }
    }
}
