package org.openbankmark.topology.runtime.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.registry.UnknownSchemaIdException;

/** A registry that knows every schema it is asked for. Ids count from 1. Thread-safe. */
final class InMemoryRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        int index = schemas.indexOf(schema);
        if (index < 0) {
            schemas.add(schema);
            index = schemas.size() - 1;
        }
        return index + 1;
    }

    @Override
    public synchronized Schema schemaOf(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaIdException(id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public void close() {}
}
