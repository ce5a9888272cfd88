package org.openbankmark.topology.graphql.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.graphql.stream.SubscriptionClosedException.Reason;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.topic.Topic;

class TopicStreamTest {
    private record Change(String iban, double amount, int number) {}

    private final FakeConnection connection = new FakeConnection();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Topic<Change> topic = Topic.<Change>ofSeveral("t", List.of()).build();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void aThousandSubscribersShareOneReaderAndEachGetsItsOwnInOrder() throws Exception {
        TopicStream<Change> stream = start(new StreamLimits(1_000, 2_000));
        List<TakingSubscriber<Received<Change>>> subscribers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            subscribers.add(subscribe(stream, Map.of("iban", "iban-" + i % 100)));
        }
        TakingSubscriber<Received<Change>> all = subscribe(stream, Map.of());

        for (int i = 0; i < 1_000; i++) {
            connection.write(new Change("iban-" + i % 100, 1, i));
        }
        stream.close();

        assertThat(connection.tails).isEqualTo(1);
        for (int i = 0; i < 1_000; i++) {
            TakingSubscriber<Received<Change>> subscriber = subscribers.get(i);
            assertThat(subscriber.hasEnded()).isTrue();
            String iban = "iban-" + i % 100;
            assertThat(subscriber.taken)
                    .hasSize(10)
                    .allMatch(received -> received.value().iban().equals(iban))
                    .isSortedAccordingTo((a, b) -> Long.compare(a.offset(), b.offset()));
        }
        assertThat(all.hasEnded()).isTrue();
        assertThat(all.taken).hasSize(1_000);
        assertThat(stream.delivered()).isEqualTo(11_000);
        assertThat(stream.subscribers()).isZero();
    }

    @Test
    void aSubscriberThatStopsTakingIsClosedAndTheOthersGoOn() throws Exception {
        TopicStream<Change> stream = start(new StreamLimits(5, 10));
        TakingSubscriber<Received<Change>> stuck = new TakingSubscriber<>(0);
        stream.publisher().subscribe(stuck);
        TakingSubscriber<Received<Change>> quick = new TakingSubscriber<>(Long.MAX_VALUE);
        stream.publisher().subscribe(quick);

        for (int i = 0; i < 100; i++) {
            int sent = i + 1;
            connection.write(new Change("a", 1, i));
            await(() -> quick.taken.size() == sent);
        }

        assertThat(stuck.hasEnded()).isTrue();
        assertThat(stuck.failure)
                .isInstanceOfSatisfying(SubscriptionClosedException.class, closed -> assertThat(closed.reason())
                        .isEqualTo(Reason.TOO_SLOW));
        assertThat(stream.closedAsSlow()).isEqualTo(1);
        assertThat(stream.subscribers()).isEqualTo(1);
    }

    @Test
    void everyCombinationOfFiltersIsRight() {
        TopicStream<Change> stream = start(StreamLimits.DEFAULT);
        TakingSubscriber<Received<Change>> iban = subscribe(stream, Map.of("iban", "a"));
        TakingSubscriber<Received<Change>> amount = subscribe(stream, Map.of("amount", 0.0));
        TakingSubscriber<Received<Change>> both = subscribe(stream, Map.of("iban", "a", "amount", 2.0));
        TakingSubscriber<Received<Change>> none = subscribe(stream, Map.of());
        TakingSubscriber<Received<Change>> unseen = new TakingSubscriber<>(Long.MAX_VALUE);
        stream.publisher(Map.of("iban", "a"), received -> false).subscribe(unseen);

        connection.write(new Change("a", 2.0, 0));
        connection.write(new Change("b", -0.0, 1));
        connection.write(new Change("a", 3.0, 2));

        await(() -> none.taken.size() == 3);
        await(() -> numbers(iban).equals(List.of(0, 2)));
        await(() -> numbers(amount).equals(List.of(1)));
        await(() -> numbers(both).equals(List.of(0)));
        assertThat(unseen.taken).isEmpty();
    }

    @Test
    void aFilterThatThrowsEndsThoseWhoUseItAndNobodyElse() throws Exception {
        Filters<Change> filters = Filters.<Change>none()
                .by("iban", Change::iban)
                .by("amount", change -> {
                    throw new IllegalStateException("no amount");
                });
        TopicStream<Change> stream = TopicStream.start(connection, topic, filters, StreamLimits.DEFAULT, pool);
        TakingSubscriber<Received<Change>> amount = subscribe(stream, Map.of("amount", 1.0));
        TakingSubscriber<Received<Change>> iban = subscribe(stream, Map.of("iban", "a"));
        TakingSubscriber<Received<Change>> all = subscribe(stream, Map.of());

        connection.write(new Change("a", 1, 0));
        connection.write(new Change("a", 1, 1));

        await(() -> numbers(iban).equals(List.of(0, 1)));
        await(() -> numbers(all).equals(List.of(0, 1)));
        assertThat(amount.hasEnded()).isTrue();
        assertThat(amount.failure).hasMessage("no amount");
        assertThat(stream.subscribers()).isEqualTo(2);
        assertThat(stream.failure()).isEmpty();
    }

    @Test
    void whoCancelsLeavesNothingBehind() {
        TopicStream<Change> stream = start(StreamLimits.DEFAULT);
        TakingSubscriber<Received<Change>> gone = subscribe(stream, Map.of("iban", "a"));
        TakingSubscriber<Received<Change>> stays = subscribe(stream, Map.of());

        gone.subscription.cancel();
        gone.subscription.cancel();
        connection.write(new Change("a", 1, 0));

        await(() -> stays.taken.size() == 1);
        assertThat(gone.taken).isEmpty();
        assertThat(stream.subscribers()).isEqualTo(1);
    }

    @Test
    void oneSubscriberTooManyIsRefusedAndAnotherMayComeWhenOneLeaves() throws Exception {
        TopicStream<Change> stream = start(new StreamLimits(1, 1));
        TakingSubscriber<Received<Change>> first = subscribe(stream, Map.of());
        TakingSubscriber<Received<Change>> second = subscribe(stream, Map.of());

        assertThat(second.hasEnded()).isTrue();
        assertThat(second.failure)
                .isInstanceOfSatisfying(SubscriptionClosedException.class, closed -> assertThat(closed.reason())
                        .isEqualTo(Reason.TOO_MANY));
        first.subscription.cancel();
        assertThat(subscribe(stream, Map.of()).failure).isNull();
    }

    @Test
    void whoMayHaveMissedARecordIsToldAndNewOnesAreServed() throws Exception {
        TopicStream<Change> stream = start(StreamLimits.DEFAULT);
        TakingSubscriber<Received<Change>> before = subscribe(stream, Map.of("iban", "a"));

        connection.handler().missed(new IllegalStateException("unreadable"));
        TakingSubscriber<Received<Change>> after = subscribe(stream, Map.of("iban", "a"));
        connection.write(new Change("a", 1, 0));

        assertThat(before.hasEnded()).isTrue();
        assertThat(before.failure).hasMessageContaining("subscribe again");
        await(() -> after.taken.size() == 1);
    }

    @Test
    void whenReadingStopsForGoodAllAreToldAndHealthCanSeeWhy() throws Exception {
        TopicStream<Change> stream = start(StreamLimits.DEFAULT);
        TakingSubscriber<Received<Change>> before = subscribe(stream, Map.of());

        connection.handler().failed(new IllegalStateException("no permission"));
        TakingSubscriber<Received<Change>> after = subscribe(stream, Map.of());

        assertThat(before.hasEnded()).isTrue();
        assertThat(after.hasEnded()).isTrue();
        assertThat(before.failure.getMessage()).doesNotContain("no permission");
        assertThat(stream.failure()).get().isInstanceOf(IllegalStateException.class);
    }

    private TopicStream<Change> start(StreamLimits limits) {
        Filters<Change> filters =
                Filters.<Change>none().by("iban", Change::iban).by("amount", Change::amount);
        return TopicStream.start(connection, topic, filters, limits, pool);
    }

    private static TakingSubscriber<Received<Change>> subscribe(
            TopicStream<Change> stream, Map<String, Object> wanted) {
        TakingSubscriber<Received<Change>> subscriber = new TakingSubscriber<>(Long.MAX_VALUE);
        stream.publisher(wanted, received -> true).subscribe(subscriber);
        return subscriber;
    }

    private static List<Integer> numbers(TakingSubscriber<Received<Change>> subscriber) {
        return List.copyOf(subscriber.taken).stream()
                .map(received -> received.value().number())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
