package org.openbankmark.topology.runtime.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.openbankmark.topology.runtime.registry.RegistryException;

/** The registry is at fault, not the record: it did not give the schema that the record was written with. Try again. */
public final class WriterSchemaUnavailableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public WriterSchemaUnavailableException(String message, RegistryException cause) {
        super(message, cause);
    }
}
