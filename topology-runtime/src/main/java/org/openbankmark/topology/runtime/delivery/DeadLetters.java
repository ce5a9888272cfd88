package org.openbankmark.topology.runtime.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes what could not be handled to its dead-letter topic: the bytes of key and value and the headers as they came, and
 * the reason in {@link DeadLetterHeaders}. The timestamp is that of writing, so that retention counts from the failure.
 */
public final class DeadLetters {
    private static final int MAX_MESSAGE = 2_000;

    private final String topic;
    private final String group;
    private final Function<ProducerRecord<byte[], byte[]>, CompletionStage<?>> sender;

    /**
     * @param topic the dead-letter topic
     * @param group the consumer group, for the headers
     * @param sender sends a record; its stage completes when the record is safe
     */
    public DeadLetters(
            String topic, String group, Function<ProducerRecord<byte[], byte[]>, CompletionStage<?>> sender) {
        this.topic = topic;
        this.group = group;
        this.sender = sender;
    }

    /** Its topic. */
    public String topic() {
        return topic;
    }

    /**
     * Writes a record and waits until it is safe.
     *
     * @throws ExecutionException with the cause why it is not
     */
    void write(ConsumerRecord<byte[], byte[]> raw, Throwable reason, int attempts)
            throws InterruptedException, ExecutionException {
        Headers headers = new RecordHeaders(raw.headers());
        add(headers, DeadLetterHeaders.TOPIC, raw.topic());
        add(headers, DeadLetterHeaders.PARTITION, Integer.toString(raw.partition()));
        add(headers, DeadLetterHeaders.OFFSET, Long.toString(raw.offset()));
        add(
                headers,
                DeadLetterHeaders.TIMESTAMP,
                Instant.ofEpochMilli(raw.timestamp()).toString());
        add(headers, DeadLetterHeaders.EXCEPTION, reason.getClass().getName());
        String message = Objects.requireNonNullElse(reason.getMessage(), "");
        add(headers, DeadLetterHeaders.MESSAGE, message.substring(0, Math.min(MAX_MESSAGE, message.length())));
        add(headers, DeadLetterHeaders.GROUP, group);
        add(headers, DeadLetterHeaders.ATTEMPTS, Integer.toString(attempts));
        sender.apply(new ProducerRecord<>(topic, null, null, raw.key(), raw.value(), headers))
                .toCompletableFuture()
                .get();
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
