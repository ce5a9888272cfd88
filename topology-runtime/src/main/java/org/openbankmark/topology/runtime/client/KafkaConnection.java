package org.openbankmark.topology.runtime.client;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.delivery.RunningConsumer;
import org.openbankmark.topology.runtime.producer.KafkaRecordSender;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.settings.UnknownSettings;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * A Kafka cluster and its schema registry. One producer serves all topics; each consumer and each request channel has a
 * Kafka consumer of its own. Thread-safe.
 */
public final class KafkaConnection implements Connection {
    private final Admin admin;
    private final RegistryAccess registry;
    private final StartChecks checks;
    private final Serdes serdes;
    private final SharedProducer producer;
    private final GroupConsumers consumers;
    private final RequestChannels requests;
    private final Map<Topic<?>, RecordSender<?>> senders = new ConcurrentHashMap<>();
    private final Tails tails;
    private final Set<Tail> tailing = ConcurrentHashMap.newKeySet();
    private final Set<RequestChannel<?, ?>> channels = ConcurrentHashMap.newKeySet();
    private final Set<RunningConsumer> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private KafkaConnection(ClientSettings clients, Settings settings, RegistryAccess registry, Admin admin) {
        this.admin = admin;
        this.registry = registry;
        this.checks = new StartChecks(admin, clients.brokers(), registry.url(), clients.startLimit());
        this.serdes = new Serdes(settings, registry, checks);
        this.producer = new SharedProducer(clients);
        this.consumers = new GroupConsumers(clients, serdes, checks, producer);
        this.requests = new RequestChannels(clients, serdes, checks, admin, producer.completions());
        this.tails = new Tails(clients, serdes, checks, admin);
    }

    /**
     * Connects.
     *
     * @param settings Kafka's own, and the registry's, under their own names; what they say always applies
     * @throws StartException if no broker answers within {@code default.api.timeout.ms} (here 30 s unless set), refuses
     *     the credentials, or a setting is wrong
     */
    public static KafkaConnection open(Settings settings) {
        return open(settings, new RegistryAccess(settings));
    }

    /**
     * Connects, with a registry that other connections may share: none asks it for what another has found.
     *
     * @param registry in the place of the one that the settings name; is left open
     * @throws StartException as {@link #open(Settings)} does
     */
    public static KafkaConnection open(Settings settings, SchemaRegistry registry) {
        return open(settings, new RegistryAccess(settings, registry));
    }

    private static KafkaConnection open(Settings settings, RegistryAccess registry) {
        ClientSettings clients = new ClientSettings(settings);
        clients.brokers();
        UnknownSettings.warn(settings);
        Admin admin;
        try {
            admin = Admin.create(clients.admin());
        } catch (KafkaException invalid) {
            throw StartException.invalidSettings("client of " + clients.brokers(), invalid);
        }
        KafkaConnection connection = new KafkaConnection(clients, settings, registry, admin);
        try {
            connection.checks.cluster();
            return connection;
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a topic's sender is of the topic's type
    public <T> RecordSender<T> sender(Topic<T> topic) {
        producer.requireOpen(); // longer than the rest: consumers that finish their record at hand may ask for it then
        return (RecordSender<T>) senders.computeIfAbsent(topic, this::newSender);
    }

    private <T> RecordSender<T> newSender(Topic<T> topic) {
        checks.topic(topic.name());
        return new KafkaRecordSender<>(
                producer.get(),
                topic,
                serdes.keySerializer(),
                serdes.valueSerializer(topic),
                producer.completions(),
                InstantSource.system());
    }

    @Override
    public <T> ConsumerControl consume(ConsumerSpec<T> spec) {
        requireOpen();
        RunningConsumer started = consumers.start(spec);
        running.removeIf(earlier -> earlier.stopped().isDone());
        running.add(started);
        return started;
    }

    @Override
    public <C, R> RequestChannel<C, R> requests(RequestSpec<C, R> spec) {
        requireOpen();
        RequestChannel<C, R> started = requests.start(spec, sender(spec.commands()), channels::remove);
        channels.add(started);
        return started;
    }

    @Override
    public <T> Tail tail(TailSpec<T> spec) {
        requireOpen();
        Tail started = tails.start(spec);
        tailing.add(started);
        return () -> {
            tailing.remove(started);
            started.close();
        };
    }

    @Override
    public void close() {
        closed = true;
        // First, because what else there is may be needed for the records that their handlers have at hand.
        Closing closing = new Closing().then(() -> closeAll(List.copyOf(running)));
        channels.forEach(channel -> closing.then(channel::close));
        tailing.forEach(tail -> closing.then(tail::close));
        closing.then(producer::close)
                .then(serdes::close)
                .then(admin::close)
                .then(registry::close)
                .end();
    }

    /** All at once: each takes the time that its record at hand takes. One that we are called from ends after us. */
    private static void closeAll(List<RunningConsumer> consumers) {
        List<CompletableFuture<Void>> closing = new ArrayList<>();
        for (RunningConsumer consumer : consumers) {
            if (consumer.ownsCurrentThread()) {
                consumer.close();
            } else {
                closing.add(CompletableFuture.runAsync(
                        consumer::close, task -> new Thread(task, "topology-close").start()));
            }
        }
        closing.forEach(CompletableFuture::join);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
    }
}
