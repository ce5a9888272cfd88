package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.registry.RegistryAnswer;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.RegistryHttp;
import org.openbankmark.topology.runtime.registry.SchemaNotRegisteredException;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.state.Registered;

/**
 * Subjects, versions and levels by Confluent's REST API. Each call throws {@code RegistryUnavailableException} where asking
 * again may help, and {@link RegistryException} where it does not. Safe for use by several threads.
 */
public final class SubjectsApi {
    private final RegistryHttp http;

    /**
     * Does not connect yet.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong, naming it
     */
    public SubjectsApi(Settings settings) {
        this.http = new RegistryHttp(settings);
    }

    /** The registry's addresses, without credentials. */
    public List<URI> addresses() {
        return http.addresses();
    }

    /** Names of all subjects of the address's context; a list may have those of others too. */
    public SortedSet<String> subjects() {
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode name : ok(http.get("/subjects"), "the list of subjects")) {
            if (!http.context().isElsewhere(name.asText())) {
                names.add(http.context().local(name.asText()));
            }
        }
        return names;
    }

    /** Of which subject a version is: the one that was asked for, unless its name is an alias or its context is another. */
    String subject(JsonNode version) {
        return http.context().local(version.path("subject").asText());
    }

    /** What was asked for; empty where the registry has it only in a context that was not asked for. */
    private Optional<JsonNode> own(String asked, JsonNode version) {
        return Optional.of(version).filter(found -> !http.context().isSubstitute(asked, subject(found)));
    }

    /** The level that holds for a subject; the global one where it has none of its own. */
    public Compatibility level(String subject) {
        RegistryAnswer answer = http.get("/config/" + encoded(subject) + "?defaultToGlobal=true");
        if (answer.notFound()) {
            // Registries of before 2020 do not know the parameter.
            answer = http.get("/config");
        }
        return level(ok(answer, "the compatibility level of subject " + subject), subject);
    }

    /** The level that was set on a subject itself, which need not have a schema. */
    public Optional<Compatibility> ownLevel(String subject) {
        RegistryAnswer answer = http.get("/config/" + encoded(subject));
        return answer.notFound()
                ? Optional.empty()
                : Optional.of(level(ok(answer, "the compatibility level of subject " + subject), subject));
    }

    private static Compatibility level(JsonNode body, String subject) {
        String name = body.path("compatibilityLevel")
                .asText(body.path("compatibility").asText());
        return Arrays.stream(Compatibility.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RegistryException(
                        "the schema registry has the unknown level '" + name + "' for subject " + subject, null));
    }

    /** Sets the level of a subject, which need not have a schema yet. */
    public void setLevel(String subject, Compatibility level) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", level.name());
        ok(http.send("PUT", "/config/" + encoded(subject), body), "setting the level of subject " + subject);
    }

    /** Numbers of a subject's versions, ascending; none if it does not exist. */
    public List<Integer> versions(String subject) {
        RegistryAnswer answer = http.get("/subjects/" + encoded(subject) + "/versions");
        if (answer.notFound()) {
            return List.of();
        }
        List<Integer> versions = new ArrayList<>();
        ok(answer, "the versions of subject " + subject).forEach(version -> versions.add(version.asInt()));
        versions.sort(null);
        return versions;
    }

    /** The latest version of a subject; empty if it does not exist. Its schema is not parsed. */
    public Optional<JsonNode> latest(String subject) {
        return version(subject, "latest");
    }

    /**
     * Latest versions of subjects in the order of their names; their schemas are not parsed. Empty where the registry does not
     * know the question: Confluent's does, Apicurio's does not.
     *
     * @param offset how many subjects are left out before
     * @param limit how many come at most, if the registry can limit them
     */
    public Optional<List<JsonNode>> latestVersions(int offset, int limit) {
        RegistryAnswer answer = http.get("/schemas?latestOnly=true&offset=" + offset + "&limit=" + limit);
        if (!answer.ok() || !answer.body().isArray()) {
            return Optional.empty();
        }
        List<JsonNode> versions = new ArrayList<>();
        answer.body().forEach(versions::add);
        return Optional.of(versions);
    }

    /** A version of a subject; empty if it does not exist. Its schema is not parsed. */
    public Optional<JsonNode> version(String subject, String version) {
        RegistryAnswer answer = http.get("/subjects/" + encoded(subject) + "/versions/" + version);
        return answer.notFound()
                ? Optional.empty()
                : own(subject, ok(answer, "version " + version + " of subject " + subject));
    }

    /** Subjects that have a schema which refers to this version. */
    public SortedSet<String> referrers(String subject, int version) {
        RegistryAnswer answer = http.get("/subjects/" + encoded(subject) + "/versions/" + version + "/referencedby");
        SortedSet<String> subjects = new TreeSet<>();
        if (answer.notFound()) {
            return subjects;
        }
        for (JsonNode id : ok(answer, "what refers to subject " + subject)) {
            RegistryAnswer uses = http.get("/schemas/ids/" + id.asInt() + "/versions");
            if (!uses.notFound()) {
                ok(uses, "the subjects of schema id " + id).forEach(use -> subjects.add(subject(use)));
            }
        }
        return subjects;
    }

    /**
     * The id under which a generated client finds its schema when it starts.
     *
     * @throws SchemaNotRegisteredException if it does not
     */
    public int idForClient(String subject, Schema schema) {
        return new HttpSchemaRegistry(http).idOf(subject, schema);
    }

    /** Under which version the subject has the schema by the registry's own idea of sameness. */
    public Optional<Integer> find(String subject, String schema) {
        RegistryAnswer answer = http.post("/subjects/" + encoded(subject), schemaBody(schema));
        return answer.notFound()
                ? Optional.empty()
                : own(subject, ok(answer, "looking a schema up in subject " + subject))
                        .map(found -> found.path("version").asInt());
    }

    /**
     * Whether the registry takes the schema as compatible with a version, by the level that it has now. What it does not
     * have (404) is compatible with anything.
     */
    public boolean compatible(String subject, int version, String schema) {
        RegistryAnswer answer =
                http.post("/compatibility/subjects/" + encoded(subject) + "/versions/" + version, schemaBody(schema));
        return answer.notFound()
                || ok(answer, "checking a schema of subject " + subject)
                        .path("is_compatible")
                        .asBoolean(false);
    }

    /**
     * Registers a schema; nothing happens where the subject has it.
     *
     * @return its id
     * @throws RegistryException also where the registry takes it as incompatible
     */
    public int register(String subject, String schema) {
        RegistryAnswer answer = http.post("/subjects/" + encoded(subject) + "/versions", schemaBody(schema));
        return ok(answer, "registering a schema in subject " + subject)
                .path("id")
                .asInt();
    }

    /** Deletes a subject softly. Returns false where it does not exist. */
    public boolean deleteSubject(String subject) {
        RegistryAnswer answer = http.send("DELETE", "/subjects/" + encoded(subject), null);
        if (answer.notFound()) {
            return false;
        }
        ok(answer, "deleting subject " + subject);
        return true;
    }

    /** Deletes a version softly. Returns false where it does not exist. */
    public boolean deleteVersion(String subject, int version) {
        RegistryAnswer answer = http.send("DELETE", "/subjects/" + encoded(subject) + "/versions/" + version, null);
        if (answer.notFound()) {
            return false;
        }
        ok(answer, "deleting version " + version + " of subject " + subject);
        return true;
    }

    /** References of a version as the registry gives it. */
    static List<Registered.Reference> references(JsonNode version) {
        List<Registered.Reference> references = new ArrayList<>();
        for (JsonNode each : version.path("references")) {
            references.add(new Registered.Reference(
                    each.path("name").asText(),
                    each.path("subject").asText(),
                    each.path("version").asInt()));
        }
        return references;
    }

    private static ObjectNode schemaBody(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema);
    }

    private static JsonNode ok(RegistryAnswer answer, String what) {
        if (!answer.ok()) {
            throw new RegistryException(
                    "the schema registry refused " + what + " (" + answer.errorCode() + "): " + answer.message(), null);
        }
        return answer.body();
    }

    /** A name as a part of a path: URLEncoder makes a form's value, in which a space is a plus sign. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
