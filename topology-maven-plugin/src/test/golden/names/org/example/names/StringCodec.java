package org.example.names;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link String} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "names.yaml, records.String")
@NullMarked
public final class StringCodec extends RecordCodec<String> {
    /** The only instance. */
    public static final StringCodec INSTANCE = new StringCodec();

    private StringCodec() {
        super(String.class, String.SCHEMA$);
    }

    @Override
    public void write(String record, AvroWriter out) {
        try {
            out.writeString(record.getValue());
            out.writeLong(record.getSchema$());
            out.writeInt(record.getSCHEMA());
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
    }

    @Override
    public String read(AvroReader in) {
        java.lang.String value = in.readString();
        long schema$ = in.readLong();
        int sCHEMA = in.readInt();
        return new String(value, schema$, sCHEMA);
    }
}
