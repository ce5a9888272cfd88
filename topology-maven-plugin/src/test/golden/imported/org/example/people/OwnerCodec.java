package org.example.people;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link Owner} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.people.Owner")
@NullMarked
public final class OwnerCodec extends RecordCodec<Owner> {
    /** The only instance. */
    public static final OwnerCodec INSTANCE = new OwnerCodec();

    private OwnerCodec() {
        super(Owner.class, Owner.SCHEMA$);
    }

    @Override
    public void write(Owner record, AvroWriter out) {
        try {
            out.writeString(record.getName());
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
    }

    @Override
    public Owner read(AvroReader in) {
        String name = in.readString();
        return new Owner(name);
    }
}
