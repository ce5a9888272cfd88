package org.openbankmark.topology.runtime.registry;

import org.apache.avro.Schema;

/** What clients ask of a schema registry. They only look up; they never register. Safe for use by several threads. */
public interface SchemaRegistry extends AutoCloseable {

    /**
     * The id under which a subject has a schema. The schema counts as the same with and without Avro's
     * {@code avro.java.string} properties.
     *
     * @throws SchemaNotRegisteredException if the subject is unknown, or has other schemas only
     * @throws RegistryUnavailableException if no registry answered in time; asking again later may help
     * @throws RegistryException if the registry refused, or answered what cannot be understood
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with an id, its references resolved.
     *
     * @throws UnknownSchemaIdException if the registry has none
     * @throws RegistryUnavailableException if no registry answered in time; asking again later may help
     * @throws RegistryException if the registry refused, or answered what cannot be understood
     */
    Schema schemaOf(int id);

    /** Lets go of connections. Idempotent. */
    @Override
    void close();
}
