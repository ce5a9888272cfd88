package org.openbankmark.topology.runtime.codec;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads records of one type as Avro binary. Generated subclasses are stateless and safe for use by several
 * threads.
 *
 * @param <T> the record
 */
public abstract class RecordCodec<T extends SpecificRecord> {
    private final Class<T> type;
    private final Schema schema;

    /**
     * For generated code.
     *
     * @param type the generated record
     * @param schema its schema
     */
    protected RecordCodec(Class<T> type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** The record's class. */
    public final Class<T> type() {
        return type;
    }

    /** The schema that {@link #write} writes and {@link #read} reads. Not to be changed. */
    public final Schema schema() {
        return schema;
    }

    /**
     * Writes the record's fields.
     *
     * @throws org.apache.avro.AvroRuntimeException if a value cannot be written, naming the field
     */
    public abstract void write(T record, AvroWriter out);

    /**
     * Reads a record written with exactly {@link #schema()}.
     *
     * @throws org.apache.avro.AvroRuntimeException if the bytes are truncated or not of this schema
     */
    public abstract T read(AvroReader in);
}
