package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openbankmark.topology.runtime.client.TransactionException.Outcome;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.producer.Completions;
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
 * A connection whose producers send in transactions: who reads what is committed ({@code isolation.level=read_committed}, the
 * default of the consumers here) sees all records of one, over all topics, or none. It has producers only.
 *
 * <pre>{@code
 * try (var connection = TransactionalConnection.open(settings, "billing.invoices")) {
 *     var invoices = InvoiceProducer.on(connection);
 *     connection.begin();
 *     invoices.send(invoice);
 *     connection.commit();
 * }
 * }</pre>
 *
 * <p>Of all connections with the same transactional id only the one opened last can send: opening it fences the others, and
 * ends what they left unfinished. A process that was killed thus leaves nothing behind that its successor need know.
 *
 * <p>Producers may be used by several threads. {@link #begin}, {@link #commit()} and {@link #abort} are one thread's; between
 * {@code begin} and {@code commit} all records sent belong to that transaction. What is sent while one is being committed or
 * aborted, such as by what was chained to an earlier record's future, is refused: nothing of it will be seen, and the next
 * transaction does not suffer from it.
 */
public final class TransactionalConnection implements Connection {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final String transactionalId;
    private final Admin admin;
    private final RegistryAccess registry;
    private final StartChecks checks;
    private final Serdes serdes;
    private final Producer<byte[], byte[]> producer;
    private final Completions completions = new Completions("topology-completions");
    private final TransactionBounds bounds = new TransactionBounds();

    private TransactionalConnection(
            ClientSettings clients, Settings settings, RegistryAccess registry, Admin admin, String transactionalId) {
        this.transactionalId = transactionalId;
        this.admin = admin;
        this.registry = registry;
        this.checks = new StartChecks(admin, clients.brokers(), registry.url(), clients.startLimit());
        this.serdes = new Serdes(settings, registry, checks);
        try {
            this.producer = new KafkaProducer<>(
                    clients.producer(transactionalId), new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException invalid) {
            throw StartException.invalidSettings("producer", invalid);
        }
    }

    /**
     * Connects, fences other connections with this id, and waits until what they left unfinished is ended.
     *
     * @param settings as for {@link KafkaConnection#open}
     * @param transactionalId Kafka's {@code transactional.id}; a service may use its own name, or that followed by a dot and a
     *     word
     * @throws StartException if no broker answers within {@code default.api.timeout.ms}, or {@code max.block.ms} for the
     *     fencing; if they refuse the credentials or the id; or if a setting is wrong
     */
    public static TransactionalConnection open(Settings settings, String transactionalId) {
        return open(settings, transactionalId, new RegistryAccess(settings));
    }

    /**
     * The same with a registry that other connections may share: none asks it for what another has found. With one that has been asked
     * for all schemas that will be sent, a connection can be opened while the registry is away.
     *
     * @param registry in the place of the one that the settings name; is left open
     * @throws StartException as {@link #open(Settings, String)} does
     */
    public static TransactionalConnection open(Settings settings, String transactionalId, SchemaRegistry registry) {
        return open(settings, transactionalId, new RegistryAccess(settings, registry));
    }

    private static TransactionalConnection open(Settings settings, String transactionalId, RegistryAccess registry) {
        ClientSettings clients = new ClientSettings(settings);
        clients.brokers();
        UnknownSettings.warn(settings);
        Admin admin;
        try {
            admin = Admin.create(clients.admin());
        } catch (KafkaException invalid) {
            throw StartException.invalidSettings("client of " + clients.brokers(), invalid);
        }
        TransactionalConnection connection;
        try {
            connection = new TransactionalConnection(clients, settings, registry, admin, transactionalId);
        } catch (RuntimeException failure) {
            admin.close();
            throw failure;
        }
        try {
            connection.checks.cluster();
            connection.checks.transactions(transactionalId, connection.producer::initTransactions);
            return connection;
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** A sender for a topic; works within a transaction only, outside of one, and while one ends, its futures fail. */
    @Override
    public <T> RecordSender<T> sender(Topic<T> topic) {
        checks.topic(topic.name());
        RecordSender<T> sender = new KafkaRecordSender<>(
                producer,
                topic,
                serdes.keySerializer(),
                serdes.valueSerializer(topic),
                completions,
                InstantSource.system());
        return new TransactionalSender<>(topic, sender, bounds);
    }

    /**
     * Begins a transaction.
     *
     * @throws IllegalStateException if one has begun already
     * @throws TransactionException if this connection is of no more use
     */
    public void begin() {
        try {
            producer.beginTransaction();
        } catch (KafkaException failure) {
            throw lost(failure);
        }
        bounds.begin();
    }

    /**
     * Commits: returns when all records sent since {@link #begin} are written and will be seen, together.
     *
     * @throws TransactionException if not; its outcome says what is known
     */
    public void commit() {
        end(() -> {});
    }

    /**
     * Commits, and keeps a number with it: after a crash it tells which transaction was the last.
     *
     * @param number from 0
     * @throws TransactionException if not; its outcome says what is known
     */
    public void commit(TransactionPosition position, long number) {
        end(() -> producer.sendOffsetsToTransaction(
                Map.of(partition(position), new OffsetAndMetadata(number)), withoutMembers(position.group())));
    }

    /**
     * Gives the transaction up: nothing of it will be seen.
     *
     * @throws TransactionException if this connection is of no more use; nothing will be seen either
     */
    public void abort() {
        bounds.end();
        try {
            producer.abortTransaction();
        } catch (KafkaException failure) {
            throw lost(failure);
        }
    }

    /**
     * The number kept by the last transaction that was committed; empty if there is none, or it was forgotten.
     *
     * @throws StartException if the brokers do not tell
     */
    public OptionalLong position(TransactionPosition position) {
        return checks.offset(position.group(), partition(position));
    }

    /** Not here: consumers want a {@link KafkaConnection}. */
    @Override
    public <T> ConsumerControl consume(ConsumerSpec<T> spec) {
        throw producersOnly("consume " + spec.topic().name());
    }

    /** Not here: requests want a {@link KafkaConnection}. */
    @Override
    public <C, R> RequestChannel<C, R> requests(RequestSpec<C, R> spec) {
        throw producersOnly("send requests to " + spec.commands().name());
    }

    /** Not here: reading wants a {@link KafkaConnection}. */
    @Override
    public <T> Tail tail(TailSpec<T> spec) {
        throw producersOnly("read " + spec.topic().name());
    }

    /** Gives up a transaction that is not committed. */
    @Override
    public void close() {
        new Closing()
                .then(() -> producer.close(CLOSE_LIMIT))
                .then(completions::close)
                .then(serdes::close)
                .then(() -> admin.close(CLOSE_LIMIT))
                .then(registry::close)
                .end();
    }

    private void end(Runnable beforeCommit) {
        Optional<Throwable> missing = bounds.end();
        if (missing.isPresent()) {
            abort();
            throw new TransactionException(
                    Outcome.ABORTED,
                    "aborted, as a record could not be sent: " + missing.get().getMessage(),
                    missing.get());
        }
        try {
            beforeCommit.run();
            producer.commitTransaction();
        } catch (TimeoutException | InterruptException | ProducerFencedException | InvalidProducerEpochException lost) {
            throw lost(lost);
        } catch (KafkaException failure) {
            abortAfter(failure);
            throw new TransactionException(
                    Outcome.ABORTED, "aborted, as it could not be committed: " + failure.getMessage(), failure);
        }
    }

    /** What cannot be aborted any more was fatal to the producer. */
    private void abortAfter(KafkaException failure) {
        try {
            producer.abortTransaction();
        } catch (KafkaException fatal) {
            failure.addSuppressed(fatal);
            throw lost(failure);
        }
    }

    private TransactionException lost(KafkaException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return new TransactionException(
                        Outcome.FENCED,
                        "another connection with the transactional id " + transactionalId
                                + " has taken over, or the transaction took longer than transaction.timeout.ms",
                        failure);
            }
        }
        return new TransactionException(
                Outcome.UNKNOWN,
                "whether the transaction of " + transactionalId + " was committed is not known: "
                        + failure.getMessage(),
                failure);
    }

    private static UnsupportedOperationException producersOnly(String wish) {
        return new UnsupportedOperationException(
                "a transactional connection has producers only; " + wish + " by a KafkaConnection");
    }

    /** Kafka would rather have it from a consumer, which this group has none of. */
    @SuppressWarnings("removal")
    private static ConsumerGroupMetadata withoutMembers(String group) {
        return new ConsumerGroupMetadata(group);
    }

    private static TopicPartition partition(TransactionPosition position) {
        return new TopicPartition(position.topic().name(), 0);
    }
}
