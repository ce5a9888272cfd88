package org.openbankmark.topology.runtime.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * A type of a topic, with the id that the registry gave its schema.
 *
 * @param <R> the record
 */
record RegisteredType<R extends SpecificRecord>(int id, RecordCodec<R> codec) implements RecordReader {

    static List<RegisteredType<?>> lookUp(Topic<?> topic, SchemaRegistry registry) {
        return lookUpTyped(topic, registry);
    }

    private static <T> List<RegisteredType<?>> lookUpTyped(Topic<T> topic, SchemaRegistry registry) {
        List<RegisteredType<?>> types = new ArrayList<>();
        for (RecordCodec<? extends T> codec : topic.codecs()) {
            types.add(of(registry.idOf(topic.subject(codec), codec.schema()), codec));
        }
        return List.copyOf(types);
    }

    private static <R extends SpecificRecord> RegisteredType<R> of(int id, RecordCodec<R> codec) {
        return new RegisteredType<>(id, codec);
    }

    byte[] write(Object record, AvroWriter out) {
        out.startMessage(id);
        codec.write(codec.type().cast(record), out);
        return out.toByteArray();
    }

    @Override
    public R read(byte[] bytes, int offset) {
        AvroReader in = new AvroReader(bytes, offset, bytes.length - offset);
        R record = codec.read(in);
        in.expectEnd();
        return record;
    }
}
