package org.openbankmark.topology.runtime.registry;

import org.jspecify.annotations.Nullable;

/** The registry has no Avro schema with an id: it has none at all, or one that is not valid Avro. */
public final class UnknownSchemaIdException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final int id;

    /** It has none. */
    public UnknownSchemaIdException(int id) {
        super("the schema registry has no schema with id " + id, null);
        this.id = id;
    }

    /** It has one that cannot be used. */
    public UnknownSchemaIdException(int id, String reason, @Nullable Throwable cause) {
        super("the schema registry's schema with id " + id + " cannot be used: " + reason, cause);
        this.id = id;
    }

    /** The id that was asked for. */
    public int id() {
        return id;
    }
}
