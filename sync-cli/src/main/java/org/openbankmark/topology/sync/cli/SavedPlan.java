package org.openbankmark.topology.sync.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.sync.SyncException;
import org.openbankmark.topology.sync.render.Json;
import org.openbankmark.topology.sync.render.PlanJson;

/**
 * A plan in a file. It is not done as it stands there: it is made again from the file and the servers, and refused unless all
 * is as it was, so that nothing is done that the saved plan does not show, whatever became of its file.
 */
final class SavedPlan {
    private final Path path;
    private final JsonNode document;

    private SavedPlan(Path path, JsonNode document) {
        this.path = path;
        this.document = document;
    }

    static ObjectNode document(Session.Planned planned, PlanRequest request) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        ArrayNode allowDelete = options.putArray("allowDelete");
        request.allowDelete().forEach(allowDelete::add);
        options.put("maxDeletes", request.maxDeletes());
        request.previous().ifPresent(file -> options.put("previous", file.toString()));
        options.put("allowRepartition", request.allowRepartition());
        options.put("strictReplicas", request.strictReplicas());
        options.put("acls", !request.noAcls());
        return PlanJson.of(planned.plan(), planned.target(), options);
    }

    static void write(ObjectNode document, Path path) {
        try {
            Files.writeString(path, Json.text(document));
        } catch (IOException failed) {
            throw new SyncException("the plan cannot be saved in " + path + ": " + failed.getMessage(), failed);
        }
    }

    static SavedPlan read(Path path) {
        JsonNode document;
        try {
            document = new ObjectMapper().readTree(Files.readString(path));
        } catch (JsonProcessingException notJson) {
            throw new UsageException(path + " is not a saved plan: it is not JSON", notJson);
        } catch (IOException unreadable) {
            throw new UsageException("the saved plan " + path + " cannot be read", unreadable);
        }
        String format = document.path("format").asText();
        if (!format.equals(PlanJson.FORMAT)) {
            throw new UsageException(
                    path + " is not a plan that this version can apply: its format is '" + format + "', not '"
                            + PlanJson.FORMAT + "'",
                    null);
        }
        return new SavedPlan(path, document);
    }

    /** What it was made from; the topology file and its environment may each have been given anew. */
    PlanRequest request(FileOptions file) {
        JsonNode topology = document.path("topology");
        JsonNode options = document.path("options");
        List<String> allowDelete = new ArrayList<>();
        options.path("allowDelete").forEach(name -> allowDelete.add(name.asText()));
        return new PlanRequest(
                file.fileGiven() ? file.file() : Path.of(topology.path("file").asText()),
                file.environment().or(() -> text(topology, "environment")),
                allowDelete,
                options.path("maxDeletes").asInt(),
                text(options, "previous").map(Path::of),
                options.path("allowRepartition").asBoolean(),
                options.path("strictReplicas").asBoolean(),
                !options.path("acls").asBoolean(true));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }

    /**
     * Refuses what is no longer as it was planned on.
     *
     * @param registry the addresses of the one to change
     * @throws SyncException naming what changed
     */
    void requireSame(ObjectNode now, List<String> registry) {
        requireSameRegistry(registry);
        List<String> changed = new ArrayList<>();
        same("topology", "the topology file", now, changed);
        same("cluster", "the cluster", now, changed);
        same("registry", "the registry", now, changed);
        if (changed.isEmpty() && !document.path("changesFingerprint").equals(now.path("changesFingerprint"))) {
            changed.add("the plan itself");
        }
        if (!changed.isEmpty()) {
            throw new SyncException(
                    "the saved plan " + path + " is refused: " + String.join(" and ", changed)
                            + " changed since it was made; nothing was done, plan again",
                    null);
        }
    }

    /** Two registries that know none of the file's subjects look the same, and unlike a cluster they tell no id. */
    private void requireSameRegistry(List<String> addresses) {
        text(document.path("registry"), "url")
                .filter(planned -> !addresses.contains(planned))
                .ifPresent(planned -> {
                    throw new SyncException(
                            "the saved plan " + path + " is refused: it was made for the schema registry at " + planned
                                    + ", not for " + String.join(", ", addresses)
                                    + "; nothing was done, give that address or plan again",
                            null);
                });
    }

    private void same(String part, String name, ObjectNode now, List<String> changed) {
        if (!document.path(part).path("fingerprint").equals(now.path(part).path("fingerprint"))) {
            changed.add(name);
        }
    }
}
