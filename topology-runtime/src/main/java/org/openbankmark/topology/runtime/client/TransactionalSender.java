package org.openbankmark.topology.runtime.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Tells the transaction of records that never got as far as Kafka's producer, which would else be missing from it unnoticed. Outside
 * of one it sends nothing: Kafka's producer refuses such a record, and yet keeps it for the next transaction.
 */
final class TransactionalSender<T> implements RecordSender<T> {
    private final Topic<T> topic;
    private final RecordSender<T> sender;
    private final BooleanSupplier begun;
    private final Consumer<Throwable> unsent;

    /** @param begun whether there is a transaction */
    TransactionalSender(Topic<T> topic, RecordSender<T> sender, BooleanSupplier begun, Consumer<Throwable> unsent) {
        this.topic = topic;
        this.sender = sender;
        this.begun = begun;
        this.unsent = unsent;
    }

    @Override
    public CompletableFuture<RecordMetadata> send(T record) {
        return begun.getAsBoolean() ? watched(sender.send(record)) : refused();
    }

    @Override
    public CompletableFuture<RecordMetadata> delete(String key) {
        return begun.getAsBoolean() ? watched(sender.delete(key)) : refused();
    }

    private CompletableFuture<RecordMetadata> refused() {
        return CompletableFuture.failedFuture(new IllegalStateException(
                "nothing is sent to " + topic + " outside of a transaction: begin one before"));
    }

    private CompletableFuture<RecordMetadata> watched(CompletableFuture<RecordMetadata> sent) {
        // Encoding fails before this returns. Whatever fails later Kafka's producer knows by itself.
        if (sent.isCompletedExceptionally()) {
            CompletableFuture<RecordMetadata> unused = sent.whenComplete((metadata, failure) -> unsent.accept(failure));
        }
        return sent;
    }

    @Override
    public void flush() {
        sender.flush();
    }
}
