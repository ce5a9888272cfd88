package org.openbankmark.topology.runtime.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.Deletion;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.delivery.DeadLetters;
import org.openbankmark.topology.runtime.delivery.Deletions;
import org.openbankmark.topology.runtime.delivery.DeliverySpec;
import org.openbankmark.topology.runtime.delivery.RetrySchedule;
import org.openbankmark.topology.runtime.delivery.Schedules;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.producer.Completions;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.MatchingChannel;
import org.openbankmark.topology.runtime.request.PendingReplies;
import org.openbankmark.topology.runtime.request.ReplyMatcher;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailDecoding;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * A connection without a cluster, for tests. Records go through the same codecs, partitions, groups, attempts and dead
 * letters as over Kafka; topics are there when first named. What differs: a send is done when it returns, and attempts
 * follow each other without their delays. Thread-safe.
 */
public final class InMemoryConnection implements Connection {
    private static final RetrySchedule AT_ONCE = new RetrySchedule(Duration.ZERO, Duration.ZERO, () -> 0);

    private final InstantSource clock;
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final InMemoryLog log = new InMemoryLog();
    private final Completions completions = new Completions("in-memory-completions");
    private final Map<String, InMemoryGroup> groups = new ConcurrentHashMap<>();
    private final List<ConsumerControl> consumers = new CopyOnWriteArrayList<>();
    /** Channels and tails. */
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    private final AtomicInteger started = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean consumersClosed;

    /** An empty one, on the system's clock. */
    public InMemoryConnection() {
        this(InstantSource.system());
    }

    /** An empty one, with the clock that keys and timestamps are taken from. */
    public InMemoryConnection(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <T> RecordSender<T> sender(Topic<T> topic) {
        refuseIf(consumersClosed);
        create(topic);
        return new InMemorySender<>(log, topic, RecordSerializer.of(topic, registry), clock);
    }

    @Override
    public <T> ConsumerControl consume(ConsumerSpec<T> spec) {
        refuseIf(closed);
        create(spec.topic());
        boolean fromEnd = "latest".equals(spec.settings().get("auto.offset.reset"));
        InMemoryGroup group = groups.computeIfAbsent(
                spec.group() + " " + spec.topic(),
                name -> new InMemoryGroup(log, spec.topic().name(), fromEnd));
        TopicDecoder<T> decoder = decoder(spec.topic());
        DeliverySpec<T> delivery = new DeliverySpec<>(
                decoder,
                spec.deletionHandler().map(handler -> new Deletions(decoder::decodeDeletion, handler)),
                spec.deadLetter()
                        .map(topic -> new DeadLetters(
                                topic,
                                spec.group(),
                                letter -> CompletableFuture.completedFuture(log.append(letter, clock.instant())))),
                spec.retry(),
                new Schedules(AT_ONCE, AT_ONCE));
        ConsumerControl control = new InMemoryMember(spec, delivery, group, started.incrementAndGet()).start();
        consumers.removeIf(earlier -> earlier.stopped().isDone());
        consumers.add(control);
        return control;
    }

    @Override
    public <C, R> RequestChannel<C, R> requests(RequestSpec<C, R> spec) {
        refuseIf(closed);
        RecordSender<C> sender = sender(spec.commands());
        Map<String, TopicDecoder<? extends R>> decoders = new HashMap<>();
        for (Topic<? extends R> reply : spec.replies()) {
            create(reply);
            decoders.put(reply.name(), decoder(reply));
        }
        ScheduledExecutorService timer = PendingReplies.newTimer(spec.commands() + "-timeouts");
        PendingReplies<R> pending =
                new PendingReplies<>(spec.commands().name(), spec.maxPending(), spec.timeout(), timer, completions);
        ReplyMatcher<R> matcher = new ReplyMatcher<>(pending, decoders, Runnable::run);
        AutoCloseable replies = log.tellAfterwards(record -> {
            if (decoders.containsKey(record.topic())) {
                synchronized (matcher) {
                    matcher.received(record);
                }
            }
        });
        RequestChannel<C, R> channel = new MatchingChannel<>(
                spec.commands(), sender, pending, timer, replies, Optional::empty, clock, open::remove);
        open.add(channel);
        return channel;
    }

    @Override
    public <T> Tail tail(TailSpec<T> spec) {
        refuseIf(closed);
        create(spec.topic());
        TailDecoding<T> decoding = new TailDecoding<>(decoder(spec.topic()), spec.handler());
        AutoCloseable listening = log.tellInside(record -> {
            if (record.topic().equals(spec.topic().name())) {
                decoding.received(record);
            }
        });
        open.add(listening);
        return () -> {
            try {
                open.remove(listening);
                listening.close();
            } catch (Exception failure) {
                throw new IllegalStateException("a tail could not be closed", failure);
            }
        };
    }

    /** All records of a topic in the order of their sending, as a consumer would see them; {@link #deleted} has the rest. */
    public <T> List<Received<T>> sent(Topic<T> topic) {
        TopicDecoder<T> decoder = decoder(topic);
        List<Received<T>> received = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> raw : log.all(topic.name())) {
            if (raw.value() != null) {
                received.add(decoder.decode(raw));
            }
        }
        return received;
    }

    /** All deletions (tombstones) of a topic in the order of their sending, as a consumer would see them. */
    public List<Deletion> deleted(Topic<?> topic) {
        TopicDecoder<?> decoder = decoder(topic);
        return log.all(topic.name()).stream()
                .filter(raw -> raw.value() == null)
                .map(decoder::decodeDeletion)
                .toList();
    }

    /** The same in bytes, for topics without a type: dead letters. */
    public List<ConsumerRecord<byte[], byte[]>> sentBytes(String topic) {
        return log.all(topic);
    }

    /** Writes bytes as they are, to see what consumers make of them. */
    public void sendBytes(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        log.append(new ProducerRecord<>(topic, key, value), clock.instant());
    }

    /** What a group has committed of a topic: the next offset by partition. While members run, as of their last rebalance. */
    public Map<TopicPartition, Long> committed(String group, Topic<?> topic) {
        InMemoryGroup found = groups.get(group + " " + topic);
        return found == null ? Map.of() : found.committed();
    }

    /** Waits until all that was sent is handled, or dead-lettered, by every group that has members. */
    public void awaitHandled(Duration limit) {
        await("all records are handled", this::allHandled, limit);
    }

    /**
     * Waits until a condition holds.
     *
     * @throws AssertionError if it does not within the limit, with the description
     */
    public void await(String description, BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + limit.toMillis() + " ms: " + description);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + description, interrupted);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        closeAll(consumers); // first: their handlers may need the rest for the records at hand
        consumersClosed = true;
        closeAll(open);
        completions.close();
    }

    private static void closeAll(List<? extends AutoCloseable> started) {
        for (AutoCloseable each : started) {
            try {
                each.close();
            } catch (Exception failure) {
                throw new IllegalStateException("a client could not be closed", failure);
            }
        }
    }

    private boolean allHandled() {
        synchronized (log.lock()) {
            return groups.values().stream().allMatch(group -> group.unhandled() == 0);
        }
    }

    private <T> TopicDecoder<T> decoder(Topic<T> topic) {
        return new TopicDecoder<>(topic, new StringDeserializer(), RecordDeserializer.of(topic, registry));
    }

    private void create(Topic<?> topic) {
        log.create(topic.name(), topic.partitions());
    }

    private static void refuseIf(boolean closed) {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
    }
}
