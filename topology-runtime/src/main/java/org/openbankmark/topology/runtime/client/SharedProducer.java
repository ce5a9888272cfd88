package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.producer.Completions;

/** The one producer of a connection, made when first needed: a service that only reads has none. Thread-safe. */
final class SharedProducer implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final ClientSettings settings;
    private final Completions completions = new Completions("topology-completions");
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean closed;

    SharedProducer(ClientSettings settings) {
        this.settings = settings;
    }

    /** @throws IllegalStateException if it is closed */
    synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
    }

    /** @throws StartException if the settings do not make a producer */
    synchronized Producer<byte[], byte[]> get() {
        requireOpen();
        Producer<byte[], byte[]> made = producer;
        if (made == null) {
            try {
                made = new KafkaProducer<>(settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
            } catch (KafkaException invalid) {
                throw StartException.invalidSettings("producer", invalid);
            }
            producer = made;
        }
        return made;
    }

    /** The thread on which users' futures complete. */
    Completions completions() {
        return completions;
    }

    /** Sends bytes as they are; completes on the producer's own thread, for those who only wait. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells all that the future does
    CompletionStage<RecordMetadata> sendBytes(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        try {
            get().send(record, (metadata, failure) -> {
                if (failure == null) {
                    sent.complete(metadata);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            sent.completeExceptionally(failure);
        }
        return sent;
    }

    /** Sends what is buffered. */
    @Override
    public void close() {
        Producer<byte[], byte[]> made;
        synchronized (this) {
            closed = true;
            made = producer;
        }
        if (made != null) {
            made.close(CLOSE_LIMIT);
        }
        completions.close();
    }
}
