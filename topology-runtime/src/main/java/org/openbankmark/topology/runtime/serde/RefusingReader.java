package org.openbankmark.topology.runtime.serde;

import org.apache.avro.AvroRuntimeException;

/**
 * For a writer's schema whose records can be read, but not as what was written.
 *
 * @param reason one line
 */
record RefusingReader(String reason) implements RecordReader {

    @Override
    public Object read(byte[] bytes, int offset) {
        throw new AvroRuntimeException(reason);
    }
}
