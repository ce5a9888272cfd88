package org.openbankmark.topology.runtime.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * A schema registry with Confluent's REST API: Confluent's own, Apicurio, Karapace. Keeps what it has found, for schemas
 * and ids never change. Safe for use by several threads.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private static final int MOST_KEPT = 1_000;
    /** Versions compared one by one, the newest first, where the registry itself finds none. */
    private static final int MOST_COMPARED = 20;

    private final RegistryHttp http;
    private final Map<SubjectSchema, Integer> ids = bounded();
    private final Map<Integer, Schema> schemas = bounded();

    private record SubjectSchema(String subject, Schema schema) {}

    /** Asks over the connection. */
    public HttpSchemaRegistry(RegistryHttp http) {
        this.http = http;
    }

    /**
     * A registry as the settings describe it ({@code schema.registry.url} and what belongs to it). Asks nothing yet.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong, naming it
     */
    public static HttpSchemaRegistry open(Settings settings) {
        return new HttpSchemaRegistry(new RegistryHttp(settings));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        SubjectSchema question = new SubjectSchema(subject, schema);
        Integer known = ids.get(question);
        if (known != null) {
            return known;
        }
        int id = find(subject, NeutralSchema.of(schema), schema);
        ids.put(question, id);
        return id;
    }

    @Override
    public Schema schemaOf(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        RegistryAnswer answer = http.get("/schemas/ids/" + id);
        if (answer.notFound()) {
            throw new UnknownSchemaIdException(id);
        }
        Schema schema = new SchemaDocument("schema id " + id, answer, http).parse(id);
        schemas.put(id, schema);
        return schema;
    }

    /** Nothing to let go of: idle connections end by themselves. */
    @Override
    public void close() {}

    private int find(String subject, Schema neutral, Schema asBuilt) {
        OptionalInt found = lookUp(subject, neutral);
        if (found.isEmpty() && !neutral.equals(asBuilt)) {
            found = lookUp(subject, asBuilt);
        }
        if (found.isPresent()) {
            return found.getAsInt();
        }
        List<Integer> versions = versions(subject);
        return compare(subject, neutral, versions)
                .orElseThrow(() -> new SchemaNotRegisteredException(subject, asBuilt.getFullName(), versions));
    }

    /** Some registries look a schema up by its text, and so miss one that was registered with other white space. */
    private OptionalInt compare(String subject, Schema neutral, List<Integer> versions) {
        for (int back = 1; back <= Math.min(versions.size(), MOST_COMPARED); back++) {
            int version = versions.get(versions.size() - back);
            RegistryAnswer answer = http.get("/subjects/" + encoded(subject) + "/versions/" + version);
            if (answer.notFound()) {
                continue;
            }
            SchemaDocument document = new SchemaDocument("version " + version + " of subject " + subject, answer, http);
            JsonNode id = document.answer().path("id");
            if (!isSubstitute(subject, document.answer()) && id.isInt() && means(document, id.intValue(), neutral)) {
                return OptionalInt.of(id.intValue());
            }
        }
        return OptionalInt.empty();
    }

    private static boolean means(SchemaDocument version, int id, Schema neutral) {
        try {
            return NeutralSchema.of(version.parse(id)).equals(neutral);
        } catch (UnknownSchemaIdException notAvro) {
            return false; // a version of another kind is not the one that is looked for
        }
    }

    private OptionalInt lookUp(String subject, Schema schema) {
        JsonNode question = JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
        RegistryAnswer answer = http.post("/subjects/" + encoded(subject), question);
        if (answer.notFound()) {
            return OptionalInt.empty();
        }
        JsonNode body = expectOk(answer, "subject " + subject);
        if (isSubstitute(subject, body)) {
            return OptionalInt.empty();
        }
        JsonNode id = body.path("id");
        if (!id.isInt()) {
            throw new RegistryException(
                    "the schema registry answered without an id when asked for subject " + subject, null);
        }
        return OptionalInt.of(id.intValue());
    }

    private boolean isSubstitute(String subject, JsonNode answer) {
        return http.context().isSubstitute(subject, answer.path("subject").asText());
    }

    private List<Integer> versions(String subject) {
        RegistryAnswer answer = http.get("/subjects/" + encoded(subject) + "/versions");
        List<Integer> versions = new ArrayList<>();
        if (!answer.notFound()) {
            expectOk(answer, "subject " + subject).forEach(version -> versions.add(version.asInt()));
        }
        return versions;
    }

    /** The answer's body, if it has what was asked for. */
    static JsonNode expectOk(RegistryAnswer answer, String asked) {
        if (answer.ok()) {
            return answer.body();
        }
        String status = "the schema registry answered with status " + answer.status();
        throw new RegistryException(
                answer.hasErrorCode()
                        ? status + " (" + answer.errorCode() + ": " + answer.message() + ") when asked for " + asked
                        : status + " and no error code when asked for " + asked + ": is it a schema registry?",
                null);
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Holds the entries used last. */
    private static <K, V> Map<K, V> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_KEPT;
            }
        });
    }
}
