package org.example.shop;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import javax.annotation.processing.Generated;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.FixedSize;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificFixed;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** The fixed Fixed4. */
@AvroGenerated
@FixedSize(4)
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, fixed(4)")
public final class Fixed4 extends SpecificFixed {
    private static final long serialVersionUID = -1455805258578772666L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"fixed","name":"Fixed4","namespace":"org.example.shop","size":4}""");

    static {
        TrustedClasses.trust(Fixed4.class);
    }

    /** Zeros. */
    public Fixed4() {}

    /**
     * These bytes, not a copy of them.
     *
     * @throws AvroRuntimeException if there are not 4 of them
     */
    public Fixed4(byte[] bytes) {
        super(bytes);
    }

    /** The same as {@link #SCHEMA$}. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public void bytes(byte[] bytes) {
        if (bytes.length != 4) {
            throw new AvroRuntimeException("Fixed4 takes 4 bytes, not " + bytes.length);
        }
        super.bytes(bytes);
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        new SpecificDatumWriter<Fixed4>(SCHEMA$).write(this, SpecificData.getEncoder(out));
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        new SpecificDatumReader<Fixed4>(SCHEMA$).read(this, SpecificData.getDecoder(in));
    }
}
