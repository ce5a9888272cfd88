package org.openbankmark.topology.model.type;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Location;

/**
 * A field of a record. Its default value, if it has one, is that of {@link #schemaField()}.
 *
 * @param secret whether its value must stay out of text for people: toString, logs, GraphQL output
 * @param schemaField the same field in the record's schema
 */
public record Field(
        String name,
        Type type,
        Optional<String> doc,
        List<String> aliases,
        boolean secret,
        Location location,
        Schema.Field schemaField) {

    public Field {
        aliases = List.copyOf(aliases);
    }

    /** Whether a reader can do without it in the writer's data. */
    public boolean hasDefault() {
        return schemaField.hasDefaultValue();
    }
}
