package org.openbankmark.topology.runtime.registry;

/** The registry has no schema with an id. */
public final class UnknownSchemaIdException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final int id;

    public UnknownSchemaIdException(int id) {
        super("the schema registry has no schema with id " + id, null);
        this.id = id;
    }

    /** The id that was asked for. */
    public int id() {
        return id;
    }
}
