package org.openbankmark.topology.runtime.codec;

import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads records of one type as Avro binary. Generated subclasses are stateless and safe for use by several
 * threads.
 *
 * @param <T> the record
 */
public abstract class RecordCodec<T extends SpecificRecord> {
    private final Class<T> type;
    private final Schema schema;
    private final Set<String> secret;

    /**
     * For generated code.
     *
     * @param type the generated record
     * @param schema its schema
     * @param secret its fields of which no message tells what they hold
     */
    protected RecordCodec(Class<T> type, Schema schema, String... secret) {
        this.type = type;
        this.schema = schema;
        this.secret = Set.of(secret);
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

    /**
     * For generated code: says which field is null, after a null pointer stopped {@link #write}.
     *
     * @param cause what stopped it
     */
    protected final AvroRuntimeException nullField(T record, NullPointerException cause) {
        MisfitPlace place = MisfitPlace.ofNull(record, schema, secret);
        return new AvroRuntimeException(place.name() + " is null, which its schema does not allow", cause);
    }

    /**
     * For generated code: says which field holds a value that its type has no room for, after that stopped {@link #write}.
     *
     * @param cause what stopped it
     */
    protected final AvroRuntimeException unwritableField(T record, AvroTypeException cause) {
        MisfitPlace place = MisfitPlace.ofValue(record, schema, secret);
        return place.secret()
                ? inPlaceOf(cause, place.name() + ": a secret value that its type has no room for")
                : new AvroRuntimeException(place.name() + ": " + cause.getMessage(), cause);
    }

    /**
     * For generated code: says that a secret field cannot be written, after a record in it stopped {@link #write}, and nothing of
     * what is in it.
     *
     * @param field the record's and the field's name, such as {@code Wallet.owner}
     * @param cause what stopped it
     */
    protected static AvroRuntimeException unwritableSecret(String field, AvroRuntimeException cause) {
        return inPlaceOf(cause, field + ": a secret value that cannot be written");
    }

    /** Without the cause, which tells the value, its digits or its place, and would be logged with this. */
    private static AvroRuntimeException inPlaceOf(AvroRuntimeException cause, String message) {
        AvroRuntimeException unwritable = new AvroRuntimeException(message);
        unwritable.setStackTrace(cause.getStackTrace());
        return unwritable;
    }

    /**
     * For generated code: a value of a union is of none of its types.
     *
     * @param field the record's and the field's name, such as {@code Payment.amount}
     */
    protected static AvroRuntimeException notInUnion(String field, @Nullable Object value) {
        return new AvroRuntimeException(field + " holds "
                + (value == null ? "null" : "a " + value.getClass().getName())
                + ", which is of none of the types of its union");
    }
}
