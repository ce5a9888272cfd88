package org.openbankmark.bank.handler.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.CommandHandlerService;
import org.openbankmark.topology.runtime.client.TransactionPosition;
import org.openbankmark.topology.runtime.client.TransactionalConnection;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

/** Sends batches to Kafka, each in one transaction that keeps its number. One thread. */
final class EventSender implements AutoCloseable {
    /** The transactional id, and the group under which the number is kept. */
    private static final String NAME = CommandHandlerService.GROUP + ".relay";

    private static final String MAX_BLOCK = "max.block.ms";

    /**
     * Where the user says nothing else. Events are on their way as soon as they are handed over, while the batch is still being sealed:
     * nothing could join them that is not there at once. And a relay that is gone for good would hold up readers for a minute. Kafka is
     * waited for twice with a commit, and once within PostgreSQL's transaction: together for less long than PostgreSQL lets the relay be
     * silent (20 s), and its transaction stand still (15 s), so that it is told who kept it waiting. Of several events that each would be
     * waited for, only the first is.
     */
    private static final Map<String, String> DEFAULTS =
            Map.of("linger.ms", "0", "transaction.timeout.ms", "15000", MAX_BLOCK, "9000");

    private final TransactionalConnection connection;
    private final TransactionPosition position = new TransactionPosition(NAME, BankTopics.CONFIRM_MONEY_TRANSFER);
    private final EventProducers producers;
    private final Duration limit;

    /** @param limit how long one batch may wait for Kafka to take its events */
    private EventSender(TransactionalConnection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
        this.producers = EventProducers.of(CommandHandlerService.over(connection));
    }

    /** Fences the sender of any other relay, and ends what it left unfinished. */
    static EventSender open(Settings settings, SchemaRegistry registry) {
        Settings own = settings;
        for (Map.Entry<String, String> setting : DEFAULTS.entrySet()) {
            if (own.get(setting.getKey()).isEmpty()) {
                own = own.with(setting.getKey(), setting.getValue());
            }
        }
        TransactionalConnection connection = TransactionalConnection.open(own, NAME, registry);
        try {
            return new EventSender(
                    connection,
                    Duration.ofMillis(
                            Long.parseLong(own.get(MAX_BLOCK).orElseThrow().strip())));
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The number of the last batch that readers see. */
    OptionalLong lastNumber() {
        return connection.position(position);
    }

    /**
     * Brings a batch on its way. Nobody sees its events before {@link #commit}, and without it nobody ever does.
     *
     * @return how many they are
     * @throws IllegalStateException if Kafka keeps it waiting; this sender is of no more use
     */
    int begin(SealedBatch batch) {
        // Read before the first one is sent, so that all go to the broker together.
        List<SpecificRecord> events = batch.contents().stream()
                .flatMap(content -> EventJson.read(content).stream())
                .toList();
        connection.begin();
        long begun = System.nanoTime();
        for (int i = 0; i < events.size(); i++) {
            // Where no broker answers, Kafka's client may wait for each event as long as it did for the one before.
            if (System.nanoTime() - begun >= limit.toNanos()) {
                throw new IllegalStateException("Kafka has not taken more than " + i + " of the " + events.size()
                        + " events of " + batch + " within " + limit.toMillis() + " ms");
            }
            producers.send(events.get(i));
        }
        return events.size();
    }

    /** Lets readers see what was begun, and keeps its number. */
    void commit(long number) {
        connection.commit(position, number);
    }

    /** Keeps the number for another while: brokers forget it after a week or so without a commit. */
    void refresh(long number) {
        connection.begin();
        connection.commit(position, number);
    }

    @Override
    public void close() {
        connection.close();
    }
}
