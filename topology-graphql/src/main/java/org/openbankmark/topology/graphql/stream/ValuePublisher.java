package org.openbankmark.topology.graphql.stream;

import org.openbankmark.topology.runtime.consumer.Received;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Records without their place in Kafka.
 *
 * @param <T> the record
 */
public record ValuePublisher<T>(Publisher<Received<T>> received) implements Publisher<T> {

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        if (subscriber == null) {
            // Reactive Streams 1.9
            throw new NullPointerException("no subscriber");
        }
        received.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(Received<T> record) {
                subscriber.onNext(record.value());
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
