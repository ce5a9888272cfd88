package org.openbankmark.topology.runtime.codec;

import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;

/** Bytes that are not Avro binary of the expected schema: truncated, of another schema, or hostile. */
public final class MalformedAvroException extends AvroRuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedAvroException(String problem, int offset, @Nullable Throwable cause) {
        super(problem + " (at byte " + offset + " of the record)", cause);
        this.offset = offset;
    }

    /** Where the value that could not be read starts, in bytes from the start of the record. */
    public int offset() {
        return offset;
    }
}
