package org.openbankmark.topology.runtime.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * A schema as the registry gives it: text, its kind, and references to other schemas, which it does not contain.
 *
 * @param asked what the answer is to, for messages
 */
record SchemaDocument(String asked, JsonNode answer, RegistryHttp http) {
    /** A bound, because the answer comes from outside. */
    private static final int MOST_REFERENCES = 1_000;

    /** @throws RegistryException if the registry did not give what was asked for */
    SchemaDocument(String asked, RegistryAnswer answer, RegistryHttp http) {
        this(asked, HttpSchemaRegistry.expectOk(answer, asked), http);
    }

    /**
     * The schema with its references.
     *
     * @throws UnknownSchemaIdException if it is not a valid Avro schema
     * @throws RegistryException if there is no schema in the answer, which then is not a registry's
     */
    Schema parse(int id) {
        String kind = answer.path("schemaType").asText("AVRO");
        if (!kind.equals("AVRO")) {
            throw new UnknownSchemaIdException(id, "it is of type " + kind, null);
        }
        // The names of other people's schemas are theirs to choose, and nothing is written with them.
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
        parser.setValidateDefaults(false);
        try {
            return parse(parser, new HashSet<>());
        } catch (AvroRuntimeException invalid) {
            throw new UnknownSchemaIdException(id, "it is not valid Avro: " + invalid.getMessage(), invalid);
        }
    }

    /** Referenced schemas first, so that the parser knows their names. */
    private Schema parse(Schema.Parser parser, Set<String> seen) {
        for (JsonNode reference : answer.path("references")) {
            String version =
                    HttpSchemaRegistry.encoded(reference.path("subject").asText()) + "/versions/"
                            + reference.path("version").asInt();
            if (seen.size() > MOST_REFERENCES) {
                throw new RegistryException("a schema refers to more than " + MOST_REFERENCES + " others", null);
            }
            if (seen.add(version)) {
                new SchemaDocument("a referenced schema, subject " + version, http.get("/subjects/" + version), http)
                        .parse(parser, seen);
            }
        }
        return parser.parse(text());
    }

    /** A proxy in the registry's place may answer anything. That must not be taken for the registry's word that a schema is bad. */
    private String text() {
        JsonNode schema = answer.path("schema");
        if (!schema.isTextual()) {
            throw new RegistryException(
                    "the schema registry answered without a schema when asked for " + asked
                            + ": is it a schema registry?",
                    null);
        }
        return schema.textValue();
    }
}
