package org.openbankmark.topology.runtime.registry;

import java.util.List;

/** A subject does not have a schema: sync-cli's {@code apply} registers it. */
public final class SchemaNotRegisteredException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final String subject;

    @SuppressWarnings("serial") // a copy by List.copyOf, which is serializable
    private final List<Integer> versions;

    /**
     * @param schemaName the full name of the schema that was looked for
     * @param versions those that the subject has; empty: the subject does not exist
     */
    public SchemaNotRegisteredException(String subject, String schemaName, List<Integer> versions) {
        super(
                versions.isEmpty()
                        ? "the schema registry has no subject " + subject
                        : "the schema registry has subject " + subject + " with versions " + versions
                                + ", but none is the schema of " + schemaName + " that this client was built with",
                null);
        this.subject = subject;
        this.versions = List.copyOf(versions);
    }

    /** The subject that was asked. */
    public String subject() {
        return subject;
    }

    /** The versions that it has; empty: it does not exist. */
    public List<Integer> versions() {
        return versions;
    }
}
