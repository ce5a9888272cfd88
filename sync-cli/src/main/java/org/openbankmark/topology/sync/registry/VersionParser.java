package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.openbankmark.topology.runtime.registry.NeutralSchema;
import org.openbankmark.topology.sync.state.Registered;

/** Turns the registry's answer for a version into what it means, with the schemas of other subjects that it refers to. */
final class VersionParser {
    /** A bound, because the answers come from outside. */
    private static final int MOST_REFERENCES = 1_000;

    private final SubjectsApi api;

    VersionParser(SubjectsApi api) {
        this.api = api;
    }

    Registered parse(JsonNode version) {
        List<Registered.Reference> references = SubjectsApi.references(version);
        return new Registered(
                version.path("version").asInt(),
                version.path("id").asInt(),
                version.path("schema").asText(),
                schema(version),
                references);
    }

    private Optional<Schema> schema(JsonNode version) {
        if (!version.path("schemaType").asText("AVRO").equals("AVRO")) {
            return Optional.empty();
        }
        // Names of other people's schemas are theirs to choose, and nothing is written with them.
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
        parser.setValidateDefaults(false);
        try {
            return Optional.of(NeutralSchema.of(parse(version, parser, new HashSet<>())));
        } catch (AvroRuntimeException unreadable) {
            // Said by the planner, which knows whether it matters.
            return Optional.empty();
        }
    }

    private Schema parse(JsonNode version, Schema.Parser parser, Set<Registered.Reference> seen) {
        for (Registered.Reference reference : SubjectsApi.references(version)) {
            if (seen.size() < MOST_REFERENCES && seen.add(reference)) {
                Optional<JsonNode> referenced = api.version(reference.subject(), Integer.toString(reference.version()));
                if (referenced.isPresent()) {
                    parse(referenced.get(), parser, seen);
                }
            }
        }
        return parser.parse(version.path("schema").asText());
    }
}
