package org.openbankmark.topology.graphql.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Keeps what it gets, and whether two threads ever called it at once. */
final class TakingSubscriber<T> implements Subscriber<T> {
    final List<T> taken = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch ended = new CountDownLatch(1);
    final AtomicInteger inside = new AtomicInteger();
    final long first;
    volatile boolean overlapped;
    volatile Throwable failure;
    volatile Subscription subscription;

    TakingSubscriber(long first) {
        this.first = first;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (first > 0) {
            given.request(first);
        }
    }

    @Override
    public void onNext(T element) {
        overlapped |= inside.incrementAndGet() != 1;
        taken.add(element);
        inside.decrementAndGet();
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        ended.countDown();
    }

    @Override
    public void onComplete() {
        ended.countDown();
    }

    boolean hasEnded() throws InterruptedException {
        return ended.await(10, TimeUnit.SECONDS);
    }
}
