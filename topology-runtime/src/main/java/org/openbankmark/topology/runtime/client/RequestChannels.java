package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.poll.ReplyReader;
import org.openbankmark.topology.runtime.poll.ReplySink;
import org.openbankmark.topology.runtime.producer.Completions;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.MatchingChannel;
import org.openbankmark.topology.runtime.request.PendingReplies;
import org.openbankmark.topology.runtime.request.ReplyMatcher;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Starts request channels, after checking what they need. Thread-safe. */
final class RequestChannels {
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);

    private final ClientSettings settings;
    private final Serdes serdes;
    private final StartChecks checks;
    private final Admin admin;
    private final Completions completions;
    private final AtomicInteger started = new AtomicInteger();

    RequestChannels(ClientSettings settings, Serdes serdes, StartChecks checks, Admin admin, Completions completions) {
        this.settings = settings;
        this.serdes = serdes;
        this.checks = checks;
        this.admin = admin;
        this.completions = completions;
    }

    /** @param whenClosed told when the channel is closed */
    <C, R> RequestChannel<C, R> start(
            RequestSpec<C, R> spec, RecordSender<C> sender, Consumer<RequestChannel<?, ?>> whenClosed) {
        Topic<C> commands = spec.commands();
        Map<String, TopicDecoder<? extends R>> decoders = new HashMap<>();
        for (Topic<? extends R> reply : spec.replies()) {
            checks.topic(reply.name());
            decoders.put(reply.name(), decoder(reply));
        }
        String name = commands + "-replies";
        Map<String, Object> readerSettings = settings.reader(name, started.incrementAndGet());
        ScheduledExecutorService timer = PendingReplies.newTimer(commands + "-timeouts");
        PendingReplies<R> pending =
                new PendingReplies<>(commands.name(), spec.maxPending(), spec.timeout(), timer, completions);
        ThreadPoolExecutor schemas = schemaThread(commands + "-schemas");
        ReplyReader reader = new ReplyReader(
                name,
                kafka(readerSettings),
                admin,
                spec.replies().stream().map(Topic::name).toList(),
                LOOK_FOR_PARTITIONS,
                Optional.empty(), // who waits is told by the time-out, and a channel that has ended would not come back
                new Sink<>(new ReplyMatcher<>(pending, decoders, schemas), pending));
        try {
            reader.start(settings.startLimit());
        } catch (KafkaException failure) {
            reader.close();
            timer.shutdownNow();
            throw new StartException(
                    "the replies to " + commands + " in " + spec.replies() + " cannot be read from "
                            + settings.brokers() + ": " + failure.getMessage(),
                    failure);
        }
        AutoCloseable replies = () -> {
            reader.close();
            schemas.shutdownNow();
        };
        return new MatchingChannel<>(
                commands, sender, pending, timer, replies, reader::failure, InstantSource.system(), whenClosed);
    }

    /** A thread while there is something to do. What still comes when it is closed waits for nothing any more. */
    private static ThreadPoolExecutor schemaThread(String name) {
        ThreadPoolExecutor schemas = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        schemas.allowCoreThreadTimeOut(true);
        return schemas;
    }

    private <R> TopicDecoder<R> decoder(Topic<R> topic) {
        return new TopicDecoder<>(topic, serdes.keyDeserializer(Map.of()), serdes.valueDeserializer(topic, Map.of()));
    }

    private static KafkaConsumer<byte[], byte[]> kafka(Map<String, Object> settings) {
        try {
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException invalid) {
            throw StartException.invalidSettings("consumer", invalid);
        }
    }

    private record Sink<R>(ReplyMatcher<R> matcher, PendingReplies<R> pending) implements ReplySink {
        @Override
        public void received(ConsumerRecord<byte[], byte[]> record) {
            matcher.received(record);
        }

        @Override
        public void polled() {
            if (matcher.hasUndecoded()) {
                matcher.retryUndecoded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            pending.end(failure);
        }
    }
}
