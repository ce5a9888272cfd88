package org.openbankmark.topology.sync.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Takes schemas apart into their named types, so that a type that several use is said once. Used by one thread. */
final class NamedSchemas {
    private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");
    private static final Set<String> BUILT_IN = Set.of(
            "null", "boolean", "int", "long", "float", "double", "bytes", "string", "array", "map", "record", "enum",
            "fixed", "error");

    private final ObjectMapper json = new ObjectMapper();
    /** Avro specification, "Names". */
    private static final Pattern FULL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)*");

    private final SortedMap<String, JsonNode> types = new TreeMap<>();
    private final Map<String, SortedSet<String>> typesOf = new HashMap<>();

    /** All types so far, by full name. */
    SortedMap<String, JsonNode> types() {
        return types;
    }

    /** Full names of a record that was taken in and of all types in it. */
    SortedSet<String> typesOf(String record) {
        return typesOf.getOrDefault(record, new TreeSet<>());
    }

    /**
     * Takes the records of a topic in.
     *
     * @param records by subject
     * @return why not, if it is not possible; nothing is taken in then
     */
    Optional<String> add(SortedMap<String, Schema> records) {
        SortedMap<String, JsonNode> ofTopic = new TreeMap<>();
        Map<String, SortedSet<String>> ofRecords = new HashMap<>();
        for (Map.Entry<String, Schema> record : records.entrySet()) {
            SortedMap<String, JsonNode> found = apart(record.getValue());
            Optional<String> problem = problem(found, ofTopic);
            if (problem.isPresent()) {
                return Optional.of("subject " + record.getKey() + ": " + problem.get());
            }
            ofTopic.putAll(found);
            ofRecords.put(record.getValue().getFullName(), new TreeSet<>(found.keySet()));
        }
        types.putAll(ofTopic);
        typesOf.putAll(ofRecords);
        return Optional.empty();
    }

    private Optional<String> problem(SortedMap<String, JsonNode> found, SortedMap<String, JsonNode> ofTopic) {
        for (String name : found.keySet()) {
            if (!name.contains(".")) {
                return Optional.of("its type " + name + " has no namespace");
            }
            if (!FULL_NAME.matcher(name).matches()) {
                return Optional.of("its type " + name + " has a name that Avro does not allow");
            }
            if (differs(found.get(name), types.get(name))) {
                return Optional.of("its type " + name + " is another one than that of a topic before it");
            }
            if (differs(found.get(name), ofTopic.get(name))) {
                return Optional.of("its type " + name + " is another one than that of a subject before it");
            }
        }
        return Optional.empty();
    }

    private static boolean differs(JsonNode type, @Nullable JsonNode known) {
        return known != null && !known.equals(type);
    }

    private SortedMap<String, JsonNode> apart(Schema record) {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        try {
            apart(json.readTree(record.toString()), "", found);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Avro writes JSON", impossible);
        }
        return found;
    }

    /** The node with names in the place of the named types inside it, which go into {@code found}. */
    private JsonNode apart(JsonNode node, String namespace, SortedMap<String, JsonNode> found) {
        if (node.isTextual()) {
            String name = node.asText();
            return BUILT_IN.contains(name) || name.contains(".") || namespace.isEmpty()
                    ? node
                    : TextNode.valueOf(namespace + "." + name);
        }
        if (node.isArray()) {
            ArrayNode branches = JsonNodeFactory.instance.arrayNode();
            node.forEach(branch -> branches.add(apart(branch, namespace, found)));
            return branches;
        }
        ObjectNode object = ((ObjectNode) node).deepCopy();
        String type = object.path("type").asText();
        if (!object.path("type").isTextual() || !NAMED.contains(type)) {
            for (String part : new String[] {"type", "items", "values"}) {
                if (object.has(part)) {
                    object.set(part, apart(object.get(part), namespace, found));
                }
            }
            return object;
        }
        String own = object.has("namespace") ? object.get("namespace").asText() : namespace;
        String fullName = own.isEmpty()
                ? object.path("name").asText()
                : own + "." + object.path("name").asText();
        object.put("namespace", own);
        for (JsonNode field : object.path("fields")) {
            ((ObjectNode) field).set("type", apart(field.get("type"), own, found));
        }
        found.put(fullName, object);
        return TextNode.valueOf(fullName);
    }
}
