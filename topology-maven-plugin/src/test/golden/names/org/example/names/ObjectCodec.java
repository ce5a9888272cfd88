package org.example.names;

import java.lang.String;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link Object} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "names.yaml, records.Object")
@NullMarked
public final class ObjectCodec extends RecordCodec<Object> {
    /** The only instance. */
    public static final ObjectCodec INSTANCE = new ObjectCodec();

    private ObjectCodec() {
        super(Object.class, Object.SCHEMA$);
    }

    @Override
    public void write(Object record, AvroWriter out) {
        out.enter();
        try {
            out.writeString(record.getClass$());
            out.writeInt(record.getInt$());
            StringCodec.INSTANCE.write(record.getSchema$(), out);
            out.writeLong(record.getGet());
            out.writeBytes(record.getData());
            out.writeLong(record.getIn());
            if (record.getObject() == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                ObjectCodec.INSTANCE.write(record.getObject(), out);
            }
            writeJava(record.getJava(), out);
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
        out.leave();
    }

    @Override
    public Object read(AvroReader in) {
        in.enter();
        String class$ = in.readString();
        int int$ = in.readInt();
        org.example.names.String schema$ = StringCodec.INSTANCE.read(in);
        long get = in.readLong();
        ByteBuffer data = in.readBytes();
        long in$ = in.readLong();
        @Nullable Object object = in.readIndex(2) == 0 ? null : ObjectCodec.INSTANCE.read(in);
        List<String> java$ = readJava(in);
        in.leave();
        return new Object(class$, int$, schema$, get, data, in$, object, java$);
    }

    private static void writeJava(List<String> value, AvroWriter out) {
        out.writeCount(value.size());
        for (String item : value) {
            out.writeString(item);
        }
        out.writeEnd();
    }

    private static List<String> readJava(AvroReader in) {
        int n = in.readCount();
        List<String> list = new ArrayList<>(AvroReader.capacity(n));
        while (n > 0) {
            for (int i = 0; i < n; i++) {
                list.add(in.readString());
            }
            n = in.readNextCount();
        }
        return list;
    }
}
