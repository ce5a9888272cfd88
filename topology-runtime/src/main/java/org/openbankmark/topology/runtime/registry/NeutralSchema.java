package org.openbankmark.topology.runtime.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * A schema without {@code avro.java.string}, the property by which Java code asks Avro for {@code String}: it says nothing
 * about the data, so that the registry's copy, which is for all languages, does not have it. Safe for use by several threads.
 */
public final class NeutralSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NeutralSchema() {}

    /** The schema without the property, wherever it stands; a name or a default that Avro would refuse stays as it is. */
    public static Schema of(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            strip(tree);
            Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
            parser.setValidateDefaults(false);
            return parser.parse(tree.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("the schema's own text is not JSON", impossible);
        }
    }

    /** Walks the places where a schema can stand, and no others: a default value may look like one. */
    private static void strip(JsonNode schema) {
        if (schema.isArray()) {
            schema.forEach(NeutralSchema::strip);
        } else if (schema instanceof ObjectNode object) {
            object.remove("avro.java.string");
            strip(object.path("type"));
            strip(object.path("items"));
            strip(object.path("values"));
            object.path("fields").forEach(field -> strip(field.path("type")));
        }
    }
}
