package org.openbankmark.topology.graphql.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.graphql.stream.SubscriberIndex.Entry;
import org.openbankmark.topology.graphql.stream.SubscriptionClosedException.Reason;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailHandler;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The new records of a topic for any number of subscribers, read once. A subscriber gets those that come after it subscribed,
 * each partition in order; as long as it is not ended by an error, it has missed none. Thread-safe.
 *
 * @param <T> the record
 */
public final class TopicStream<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicStream.class);

    private final Topic<T> topic;
    private final StreamLimits limits;
    private final Executor executor;
    private final SubscriberIndex<Received<T>> index;
    private final AtomicInteger subscribers = new AtomicInteger();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder closedAsSlow = new LongAdder();
    private volatile @Nullable Throwable stopped;
    private volatile @Nullable Tail tail;

    private TopicStream(Topic<T> topic, Filters<T> filters, StreamLimits limits, Executor executor) {
        this.topic = topic;
        this.limits = limits;
        this.executor = executor;
        Filters<Received<T>> ofReceived = Filters.none();
        for (String field : filters.fields().keySet()) {
            ofReceived = ofReceived.by(field, received -> filters.valueOf(field, received.value()));
        }
        this.index = new SubscriberIndex<>(ofReceived);
    }

    /**
     * Starts to read.
     *
     * @param executor calls the subscribers; {@link #close} leaves it running
     * @throws org.openbankmark.topology.runtime.client.StartException if the topic cannot be read
     */
    public static <T> TopicStream<T> start(
            Connection connection, Topic<T> topic, Filters<T> filters, StreamLimits limits, Executor executor) {
        TopicStream<T> stream = new TopicStream<>(topic, filters, limits, executor);
        stream.tail = connection.tail(new TailSpec<>(topic, stream.new Dispatch()));
        return stream;
    }

    /** All records. */
    public Publisher<Received<T>> publisher() {
        return publisher(Map.of(), record -> true);
    }

    /**
     * Records that have these values and that the predicate lets through. The predicate is called on the thread that reads, and
     * must be quick.
     *
     * @param wanted values by filter field; a null does not restrict
     * @throws IllegalArgumentException if there is no filter by a field
     */
    public Publisher<Received<T>> publisher(
            Map<String, ? extends @Nullable Object> wanted, Predicate<? super Received<T>> visible) {
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.forEach((field, value) -> {
            if (value != null) {
                values.put(field, Filters.comparable(value));
            }
        });
        return subscriber -> subscribe(Objects.requireNonNull(subscriber), values, visible);
    }

    private void subscribe(
            Subscriber<? super Received<T>> subscriber,
            Map<String, Object> wanted,
            Predicate<? super Received<T>> visible) {
        if (subscribers.incrementAndGet() > limits.subscribers()) {
            subscribers.decrementAndGet();
            refuse(subscriber, Reason.TOO_MANY, "there are as many subscribers as may be; try again later");
            return;
        }
        Place place = new Place();
        Delivery<Received<T>> delivery = new Delivery<>(subscriber, limits.buffer(), executor, place::leave);
        place.entry = new Entry<>(delivery, wanted, visible);
        try {
            subscriber.onSubscribe(delivery);
        } catch (RuntimeException | Error thrown) {
            delivery.cancel();
            throw thrown;
        }
        place.enter();
        if (stopped != null) {
            delivery.fail(stop());
        }
    }

    private SubscriptionClosedException stop() {
        return new SubscriptionClosedException(Reason.STOPPED, "the subscription was closed: the server reads no more");
    }

    private static void refuse(Subscriber<?> subscriber, Reason reason, String message) {
        // Reactive Streams 1.9: onSubscribe comes first.
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onError(new SubscriptionClosedException(reason, message));
    }

    /** How many there are. */
    public int subscribers() {
        return subscribers.get();
    }

    /** Records handed to subscribers, each counted once for each of them. */
    public long delivered() {
        return delivered.sum();
    }

    /** Subscribers that were closed because their buffer was full. */
    public long closedAsSlow() {
        return closedAsSlow.sum();
    }

    /** Why the topic is read no more; empty while it is, or was closed. */
    public Optional<Throwable> failure() {
        Throwable cause = stopped;
        return cause instanceof SubscriptionClosedException ? Optional.empty() : Optional.ofNullable(cause);
    }

    /** Stops reading; subscribers get what is buffered, and the end. Idempotent. */
    @Override
    public void close() {
        if (stopped == null) {
            stopped = stop();
        }
        Tail reading = tail;
        if (reading != null) {
            reading.close();
        }
        index.all(Delivery::complete);
    }

    @Override
    public String toString() {
        return "stream of " + topic;
    }

    /** A subscriber's place in the index: entered once, left once, in whichever order they come. */
    private final class Place {
        private @Nullable Entry<Received<T>> entry;
        private boolean entered;
        private boolean left;

        synchronized void enter() {
            if (!left && entry != null) {
                entered = true;
                index.add(entry);
            }
        }

        synchronized void leave(Delivery<Received<T>> delivery) {
            if (left) {
                return;
            }
            left = true;
            subscribers.decrementAndGet();
            if (entered && entry != null) {
                index.remove(entry);
            }
        }
    }

    private final class Dispatch implements TailHandler<T> {

        @Override
        public void received(Received<T> record) {
            index.matching(record, delivery -> {
                if (delivery.offer(record)) {
                    delivered.increment();
                } else {
                    closedAsSlow.increment();
                    LOG.warn("a subscriber of {} is too slow, and was closed", topic);
                }
            });
        }

        @Override
        public void missed(Throwable cause) {
            index.all(delivery -> delivery.fail(new SubscriptionClosedException(
                    Reason.MISSED_RECORDS,
                    "the subscription was closed, because a record could not be read; subscribe again")));
        }

        @Override
        public void failed(Throwable cause) {
            stopped = cause;
            LOG.error("{} is read no more; its subscribers are closed", topic, cause);
            index.all(delivery -> delivery.fail(stop()));
        }
    }
}
