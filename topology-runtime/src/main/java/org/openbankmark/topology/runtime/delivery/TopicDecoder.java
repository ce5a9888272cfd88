package org.openbankmark.topology.runtime.delivery;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.RecordCodec;
import org.openbankmark.topology.runtime.consumer.Deletion;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.openbankmark.topology.runtime.serde.WriterSchemaUnavailableException;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Decodes a topic's records by deserializers of ours or of the user, and tells bytes at fault from a registry at fault.
 *
 * @param <T> the record
 */
public final class TopicDecoder<T> implements RecordDecoder<T> {
    private final Topic<T> topic;
    private final Deserializer<?> keys;
    private final Deserializer<?> values;
    private final List<Class<?>> types;
    private final Class<?> firstType;

    /** Uses these deserializers; closing them is the caller's. */
    public TopicDecoder(Topic<T> topic, Deserializer<?> keys, Deserializer<?> values) {
        this.topic = topic;
        this.keys = keys;
        this.values = values;
        this.types = topic.codecs().stream().<Class<?>>map(RecordCodec::type).toList();
        this.firstType = types.get(0);
    }

    @Override
    public Received<T> decode(ConsumerRecord<byte[], byte[]> raw) {
        Headers headers = copy(raw.headers());
        return new Received<>(
                value(raw, headers),
                key(raw, headers),
                raw.topic(),
                raw.partition(),
                raw.offset(),
                Instant.ofEpochMilli(raw.timestamp()),
                headers);
    }

    /**
     * Decodes the value alone. Where {@link #decodesAtOnce} says no, safe for use by several threads.
     *
     * @throws UnreadableRecordException if it cannot be read, now or later
     * @throws RuntimeException anything else: a later attempt may succeed
     */
    public T value(ConsumerRecord<byte[], byte[]> raw) {
        return value(raw, copy(raw.headers()));
    }

    private T value(ConsumerRecord<byte[], byte[]> raw, Headers headers) {
        return typed(deserialize(values, raw.topic(), headers, raw.value()));
    }

    /** Whether the value is decoded without waiting for a registry; of the user's own deserializers that is not known, and said. */
    public boolean decodesAtOnce(ConsumerRecord<byte[], byte[]> raw) {
        return !(values instanceof RecordDeserializer<?> ours) || ours.readsAtOnce(raw.value());
    }

    /**
     * Decodes a record that has no value.
     *
     * @throws UnreadableRecordException if it has no key either, or one that cannot be read
     * @throws RuntimeException anything else: a later attempt may succeed
     */
    public Deletion decodeDeletion(ConsumerRecord<byte[], byte[]> raw) {
        Headers headers = copy(raw.headers());
        String key = key(raw, headers);
        if (key == null) {
            throw new UnreadableRecordException(
                    "a record of topic " + topic + " has neither a value nor a key, so nothing tells what it deletes",
                    null);
        }
        return new Deletion(
                key, raw.topic(), raw.partition(), raw.offset(), Instant.ofEpochMilli(raw.timestamp()), headers);
    }

    /** The key as text; null for none. */
    public @Nullable String key(ConsumerRecord<byte[], byte[]> raw) {
        return key(raw, raw.headers());
    }

    private @Nullable String key(ConsumerRecord<byte[], byte[]> raw, Headers headers) {
        byte[] bytes = raw.key();
        if (bytes == null) {
            return null;
        }
        Object key = deserialize(keys, raw.topic(), headers, bytes);
        return key == null ? null : key.toString();
    }

    /** What deserializers and handlers do to headers must not reach the next attempt, or the dead letter. */
    private static Headers copy(Headers headers) {
        return new RecordHeaders(headers.toArray());
    }

    @SuppressWarnings("unchecked") // every type of the topic is a T
    private T typed(@Nullable Object value) {
        if (value == null) {
            throw new UnreadableRecordException(
                    "a record of topic " + topic
                            + " has no value (a tombstone), which is none of its types; a consumer takes"
                            + " it where it has a deletionHandler",
                    null);
        }
        if (value.getClass() == firstType) {
            return (T) value;
        }
        for (Class<?> type : types) {
            if (type.isInstance(value)) {
                return (T) value;
            }
        }
        throw new UnreadableRecordException(
                "a record of topic " + topic + " is a " + value.getClass().getName() + ", but the topic has " + types,
                null);
    }

    private @Nullable Object deserialize(
            Deserializer<?> deserializer, String topicName, Headers headers, byte @Nullable [] bytes) {
        try {
            return deserializer.deserialize(topicName, headers, bytes);
        } catch (UnreadableRecordException | WriterSchemaUnavailableException told) {
            throw told;
        } catch (RuntimeException | StackOverflowError failure) {
            if (failure instanceof RuntimeException mayPass && isOutage(failure)) {
                throw mayPass;
            }
            throw new UnreadableRecordException(
                    "a record of topic " + topicName + " cannot be read by "
                            + deserializer.getClass().getName() + ": " + failure,
                    failure);
        }
    }

    /**
     * For deserializers of others: whether the network or the registry is to blame. An end of file is not, Avro tells truncation by it.
     */
    private static boolean isOutage(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof RetriableException
                    || cause instanceof SocketException
                    || cause instanceof UnknownHostException
                    || cause instanceof HttpTimeoutException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedChannelException
                    || cause instanceof SSLException
                    || ConfluentFailure.isOutage(cause)) {
                return true;
            }
        }
        return false;
    }
}
