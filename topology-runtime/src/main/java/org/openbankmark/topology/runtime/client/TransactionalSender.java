package org.openbankmark.topology.runtime.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.openbankmark.topology.runtime.producer.RecordSender;

/** Tells the transaction of records that never got as far as Kafka's producer, which would else be missing from it unnoticed. */
final class TransactionalSender<T> implements RecordSender<T> {
    private final RecordSender<T> sender;
    private final Consumer<Throwable> unsent;

    TransactionalSender(RecordSender<T> sender, Consumer<Throwable> unsent) {
        this.sender = sender;
        this.unsent = unsent;
    }

    @Override
    public CompletableFuture<RecordMetadata> send(T record) {
        return watched(sender.send(record));
    }

    @Override
    public CompletableFuture<RecordMetadata> delete(String key) {
        return watched(sender.delete(key));
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
