package org.openbankmark.topology.runtime.serde;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Reads the records of one topic from the registry's wire format: a zero byte, the schema's id in four bytes, Avro binary.
 * Records of the schemas that this client was built with are read by generated codecs; records of any other version are
 * resolved as Avro's specification says ("Schema Resolution"), with the writer's schema fetched once. Safe for use by
 * several threads.
 *
 * @param <T> the topic's records
 */
public final class RecordDeserializer<T> implements Deserializer<T> {
    private static final int HEADER = 5;

    private final Topic<T> topic;
    private final List<RegisteredType<?>> types;
    private final RegisteredType<?> firstType;
    private final WriterSchemas writerSchemas;

    private RecordDeserializer(Topic<T> topic, List<RegisteredType<?>> types, SchemaRegistry registry) {
        this.topic = topic;
        this.types = types;
        this.firstType = types.get(0);
        this.writerSchemas = new WriterSchemas(topic, types, registry);
    }

    /**
     * Looks up the ids of the topic's schemas.
     *
     * @param registry is kept, to fetch the schemas of other writers; closing it is the caller's
     * @throws org.openbankmark.topology.runtime.registry.RegistryException as {@link SchemaRegistry#idOf} does
     */
    public static <T> RecordDeserializer<T> of(Topic<T> topic, SchemaRegistry registry) {
        return new RecordDeserializer<>(topic, RegisteredType.lookUp(topic, registry), registry);
    }

    /**
     * Reads a record.
     *
     * @param topicName not looked at: this deserializer belongs to one topic
     * @return null for null, which Kafka calls a tombstone
     * @throws UnreadableRecordException if the bytes are not a record of this topic: reading them again will fail again
     * @throws WriterSchemaUnavailableException if the registry did not give the writer's schema: try again later
     */
    @Override
    @SuppressWarnings("unchecked") // every type of the topic is a T
    public @Nullable T deserialize(String topicName, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = schemaId(bytes);
        RecordReader reader = readerOf(id);
        try {
            return (T) reader.read(bytes, HEADER);
        } catch (RuntimeException | IOException malformed) {
            throw new UnreadableRecordException(
                    "a record of topic " + topic + " with schema id " + id + " cannot be read: "
                            + (malformed.getMessage() == null ? malformed : malformed.getMessage()),
                    malformed);
        }
    }

    /** Whether these bytes are read, or refused, without asking the registry. */
    public boolean readsAtOnce(byte @Nullable [] bytes) {
        if (bytes == null || !hasSchemaId(bytes)) {
            return true;
        }
        int id = schemaId(bytes);
        return types.stream().anyMatch(type -> type.id() == id) || writerSchemas.has(id);
    }

    private static boolean hasSchemaId(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == 0;
    }

    private int schemaId(byte[] bytes) {
        if (!hasSchemaId(bytes)) {
            throw new UnreadableRecordException(
                    "a record of topic " + topic + " does not start with a zero byte and a schema id: it has "
                            + bytes.length + " bytes" + (bytes.length == 0 ? "" : " and starts with " + bytes[0]),
                    null);
        }
        return (bytes[1] << 24) | ((bytes[2] & 0xFF) << 16) | ((bytes[3] & 0xFF) << 8) | (bytes[4] & 0xFF);
    }

    private RecordReader readerOf(int id) {
        if (firstType.id() == id) {
            return firstType;
        }
        for (RegisteredType<?> type : types) {
            if (type.id() == id) {
                return type;
            }
        }
        return writerSchemas.readerOf(id);
    }
}
