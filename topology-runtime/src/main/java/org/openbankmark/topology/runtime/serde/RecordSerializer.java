package org.openbankmark.topology.runtime.serde;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Writes the records of one topic in the registry's wire format: a zero byte, the schema's id in four bytes, Avro binary.
 * The ids are looked up once, on making it. Safe for use by several threads.
 *
 * @param <T> the topic's records
 */
public final class RecordSerializer<T> implements Serializer<T> {
    /** A thread's buffer that a large record made larger than this is let go. */
    private static final int LARGEST_KEPT_BUFFER = 1 << 20;

    private final Topic<T> topic;
    private final List<RegisteredType<?>> types;
    private final RegisteredType<?> firstType;
    private final ThreadLocal<AvroWriter> writers = ThreadLocal.withInitial(AvroWriter::new);

    private RecordSerializer(Topic<T> topic, List<RegisteredType<?>> types) {
        this.topic = topic;
        this.types = types;
        this.firstType = types.get(0);
    }

    /**
     * Looks up the ids of the topic's schemas.
     *
     * @throws org.openbankmark.topology.runtime.registry.RegistryException as {@link SchemaRegistry#idOf} does
     */
    public static <T> RecordSerializer<T> of(Topic<T> topic, SchemaRegistry registry) {
        return new RecordSerializer<>(topic, RegisteredType.lookUp(topic, registry));
    }

    /**
     * Writes a record.
     *
     * @param topicName not looked at: this serializer belongs to one topic
     * @return null for null, which Kafka calls a tombstone
     * @throws SerializationException if the record cannot be written, or is not of a type of the topic
     */
    @Override
    public byte @Nullable [] serialize(String topicName, @Nullable T record) {
        if (record == null) {
            return null;
        }
        AvroWriter writer = writers.get();
        try {
            return typeOf(record).write(record, writer);
        } catch (AvroRuntimeException invalid) {
            throw new SerializationException(
                    "a " + record.getClass().getName() + " cannot be written to topic " + topic + ": "
                            + invalid.getMessage(),
                    invalid);
        } finally {
            if (writer.capacity() > LARGEST_KEPT_BUFFER) {
                writers.remove();
            }
        }
    }

    /** The size of the buffer that this thread has at hand. */
    int keptBytes() {
        return writers.get().capacity();
    }

    private RegisteredType<?> typeOf(T record) {
        Class<?> type = record.getClass();
        if (firstType.codec().type() == type) {
            return firstType;
        }
        for (RegisteredType<?> candidate : types) {
            if (candidate.codec().type() == type) {
                return candidate;
            }
        }
        List<String> known = types.stream().map(t -> t.codec().type().getName()).toList();
        throw new SerializationException(
                "topic " + topic + " takes records of " + known + ", not of " + type.getName());
    }
}
