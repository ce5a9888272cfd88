package org.openbankmark.topology.runtime.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.SchemaNotRegisteredException;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.registry.UnknownSchemaIdException;

/** Our interface over Confluent's own client, so that both sides of a test see one registry. */
record ConfluentRegistry(SchemaRegistryClient client) implements SchemaRegistry {

    @Override
    public int idOf(String subject, Schema schema) {
        try {
            return client.getId(subject, new AvroSchema(schema));
        } catch (RestClientException unknown) {
            throw new SchemaNotRegisteredException(subject, schema.getFullName(), List.of());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    @Override
    public Schema schemaOf(int id) {
        try {
            return ((AvroSchema) client.getSchemaById(id)).rawSchema();
        } catch (RestClientException unknown) {
            throw new UnknownSchemaIdException(id);
        } catch (IOException failed) {
            throw new RegistryException("failed", failed);
        }
    }

    @Override
    public void close() {}
}
