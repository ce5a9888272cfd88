package org.openbankmark.topology.runtime.serde;

import java.io.IOException;

/** Reads records that were written with one schema. Safe for use by several threads. */
interface RecordReader {

    /**
     * Reads the record that starts at the offset and fills the rest of the bytes.
     *
     * @throws RuntimeException if the bytes are not of the schema
     * @throws IOException if the bytes end too early
     */
    Object read(byte[] bytes, int offset) throws IOException;
}
