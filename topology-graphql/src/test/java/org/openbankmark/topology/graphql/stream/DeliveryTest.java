package org.openbankmark.topology.graphql.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of Reactive Streams that a subscription owes its subscriber. */
class DeliveryTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Object> ended = new ArrayList<>();

    @Test
    void onlyWhatWasDemandedIsDelivered() {
        TakingSubscriber<Integer> subscriber = new TakingSubscriber<>(2);
        Delivery<Integer> delivery = delivery(subscriber, 10);

        IntStream.range(0, 5).forEach(delivery::offer);
        runAll();
        assertThat(subscriber.taken).containsExactly(0, 1);

        delivery.request(1);
        runAll();
        assertThat(subscriber.taken).containsExactly(0, 1, 2);
    }

    @Test
    void nothingComesAfterACancellationAndNothingIsKept() {
        TakingSubscriber<Integer> subscriber = new TakingSubscriber<>(Long.MAX_VALUE);
        Delivery<Integer> delivery = delivery(subscriber, 10);
        delivery.offer(1);

        delivery.cancel();
        delivery.offer(2);
        runAll();

        assertThat(subscriber.taken).isEmpty();
        assertThat(ended).containsExactly(delivery);
    }

    @Test
    void aFullBufferEndsTheSubscriptionAtOnceWithoutDemand() {
        TakingSubscriber<Integer> subscriber = new TakingSubscriber<>(0);
        Delivery<Integer> delivery = delivery(subscriber, 3);

        assertThat(IntStream.range(0, 3).allMatch(delivery::offer)).isTrue();
        assertThat(delivery.offer(3)).isFalse();
        runAll();

        assertThat(subscriber.taken).isEmpty();
        assertThat(subscriber.failure)
                .isInstanceOfSatisfying(SubscriptionClosedException.class, closed -> assertThat(closed.reason())
                        .isEqualTo(SubscriptionClosedException.Reason.TOO_SLOW));
        assertThat(ended).containsExactly(delivery);
    }

    @Test
    void aDemandBelowOneIsAnError() {
        TakingSubscriber<Integer> subscriber = new TakingSubscriber<>(0);
        Delivery<Integer> delivery = delivery(subscriber, 3);

        delivery.request(0);
        runAll();

        assertThat(subscriber.failure).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEndComesBehindWhatIsBuffered() {
        TakingSubscriber<Integer> subscriber = new TakingSubscriber<>(1);
        Delivery<Integer> delivery = delivery(subscriber, 3);
        delivery.offer(1);
        delivery.offer(2);

        delivery.complete();
        runAll();
        assertThat(subscriber.ended.getCount()).isEqualTo(1);

        delivery.request(1);
        runAll();
        assertThat(subscriber.taken).containsExactly(1, 2);
        assertThat(subscriber.ended.getCount()).isZero();
    }

    @Test
    void callsNeverOverlapAndKeepTheirOrderOnAnyNumberOfThreads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        TakingSubscriber<Integer> subscriber = new TakingSubscriber<>(Long.MAX_VALUE);
        Delivery<Integer> delivery = new Delivery<>(subscriber, 100_000, pool, ended::add);
        subscriber.onSubscribe(delivery);

        IntStream.range(0, 50_000).forEach(delivery::offer);
        delivery.complete();

        assertThat(subscriber.hasEnded()).isTrue();
        assertThat(subscriber.overlapped).isFalse();
        assertThat(subscriber.taken).hasSize(50_000).isSorted();
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Delivery<Integer> delivery(TakingSubscriber<Integer> subscriber, int capacity) {
        Delivery<Integer> delivery = new Delivery<>(subscriber, capacity, tasks::add, ended::add);
        subscriber.onSubscribe(delivery);
        return delivery;
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
