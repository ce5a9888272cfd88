package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

class RebalanceLiveTest extends LiveTest {
    private static final int PARTITIONS = 6;
    private static final int RECORDS = 3_000;

    /** Which members handle a partition right now, and what was handled by whom. */
    private final Map<Integer, AtomicInteger> atWork = new ConcurrentHashMap<>();

    private final List<String> overlaps = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byMember = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource({"classic, true", "classic, false", "consumer, true", "consumer, false"})
    void membersComeAndGoAndNothingIsLostRepeatedOrHandledTwiceAtATime(String protocol, boolean batches)
            throws Exception {
        Topic<BalanceChanged> topic = topics.balances(PARTITIONS, false);
        Map<String, String> settings = Map.of("group.protocol", protocol);
        sendBalances(topic, RECORDS / 2);
        ConsumerControl first = connection.consume(member("first", topic, settings, batches));
        Await.until("the first is at work", () -> handled.size() > 50, handled::size);
        ConsumerControl second = connection.consume(member("second", topic, settings, batches));
        sendBalances(topic, RECORDS / 2);
        Await.until("both are at work", () -> byMember.size() == 2, byMember::keySet);
        second.close();
        assertThat(second.failure()).isEmpty();
        // What it committed may not be handled by anyone again.
        Map<TopicPartition, OffsetAndMetadata> committed = topics.committed(group);
        Await.until("all are handled", () -> handled.size() == RECORDS, handled::size);
        first.close();
        assertThat(overlaps).isEmpty();
        assertThat(repeated()).as("handled more than once").isEmpty();
        assertThat(topics.committed(group).values().stream()
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum())
                .isEqualTo(RECORDS);
        assertThat(committed).isNotEmpty();
    }

    private List<String> repeated() {
        List<String> repeated = new ArrayList<>();
        handled.forEach((record, times) -> {
            if (times.get() > 1) {
                repeated.add(record + " " + times);
            }
        });
        return repeated;
    }

    private ConsumerSpec<BalanceChanged> member(
            String name, Topic<BalanceChanged> topic, Map<String, String> settings, boolean batches) {
        BatchHandler<BalanceChanged> handler = batch -> handle(name, batch);
        return batches
                ? batches(topic, settings, handler)
                : records(topic, settings, record -> handler.handle(List.of(record)));
    }

    private void handle(String member, List<Received<BalanceChanged>> batch) {
        List<Integer> partitions =
                batch.stream().map(Received::partition).distinct().toList();
        for (int partition : partitions) {
            if (atWork.computeIfAbsent(partition, p -> new AtomicInteger()).incrementAndGet() > 1) {
                overlaps.add(member + " in partition " + partition);
            }
        }
        // Work takes time, so that rebalances meet it: two thousandths of a second a record.
        LockSupport.parkNanos(2_000_000L * batch.size());
        for (Received<BalanceChanged> record : batch) {
            String place = record.partition() + "@" + record.offset();
            handled.computeIfAbsent(place, p -> new AtomicInteger()).incrementAndGet();
            byMember.computeIfAbsent(member, m -> ConcurrentHashMap.newKeySet()).add(place);
        }
        for (int partition : partitions) {
            atWork.get(partition).decrementAndGet();
        }
    }
}
