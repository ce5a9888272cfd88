package org.openbankmark.topology.runtime.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Tells the transaction of records that never got as far as Kafka's producer, which would else be missing from it unnoticed. Outside
 * of one, and while one ends, it sends nothing: Kafka's producer refuses such a record, and yet keeps it for the next transaction.
 */
final class TransactionalSender<T> implements RecordSender<T> {
    private final Topic<T> topic;
    private final RecordSender<T> sender;
    private final TransactionBounds bounds;

    TransactionalSender(Topic<T> topic, RecordSender<T> sender, TransactionBounds bounds) {
        this.topic = topic;
        this.sender = sender;
        this.bounds = bounds;
    }

    @Override
    public CompletableFuture<RecordMetadata> send(T record) {
        return sent(() -> sender.send(record));
    }

    @Override
    public CompletableFuture<RecordMetadata> delete(String key) {
        return sent(() -> sender.delete(key));
    }

    private CompletableFuture<RecordMetadata> sent(Supplier<CompletableFuture<RecordMetadata>> send) {
        return bounds.within(missing -> watched(send.get(), missing))
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("nothing is sent to " + topic
                        + " outside of a transaction, nor while one is being committed or aborted: begin one before")));
    }

    private static CompletableFuture<RecordMetadata> watched(
            CompletableFuture<RecordMetadata> sent, TransactionBounds.Missing missing) {
        // Encoding fails before this returns. Whatever fails later Kafka's producer knows by itself.
        if (sent.isCompletedExceptionally()) {
            CompletableFuture<RecordMetadata> unused =
                    sent.whenComplete((metadata, failure) -> missing.because(failure));
        }
        return sent;
    }

    @Override
    public void flush() {
        sender.flush();
    }
}
