package org.openbankmark.topology.model.avro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes definitions as JSON that Avro can parse from the front to the end: a type that is not written yet is written
 * where it is used first, later uses have its name.
 */
final class DefinitionText {
    private final Map<String, Definition> definitions;
    private final Set<String> written = new HashSet<>();

    DefinitionText(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    /** Appends the definition to a JSON list, unless it stands there already. */
    void write(Definition definition, StringBuilder list) {
        if (written.add(definition.fullName())) {
            if (list.length() > 1) {
                list.append(',');
            }
            JsonText.write(expanded(definition), list);
        }
    }

    private JsonValue expanded(Definition definition) {
        JsonValue.Members json = definition.json();
        if (!(json.members().get("fields") instanceof JsonValue.Items fields)) {
            return json;
        }
        List<JsonValue> expanded = new ArrayList<>();
        for (JsonValue field : fields.items()) {
            expanded.add(field instanceof JsonValue.Members members ? inside(members, "type") : field);
        }
        return json.with("fields", new JsonValue.Items(expanded, fields.span()));
    }

    private JsonValue inside(JsonValue.Members members, String key) {
        JsonValue inner = members.members().get(key);
        return inner == null ? members : members.with(key, type(inner));
    }

    private JsonValue type(JsonValue type) {
        if (type instanceof JsonValue.Text name) {
            Definition definition = definitions.get(name.text());
            return definition != null && written.add(name.text()) ? expanded(definition) : name;
        }
        if (type instanceof JsonValue.Items union) {
            return new JsonValue.Items(union.items().stream().map(this::type).toList(), union.span());
        }
        if (type instanceof JsonValue.Members members) {
            return switch (members.text("type")) {
                case "array" -> inside(members, "items");
                case "map" -> inside(members, "values");
                default -> inside(members, "type");
            };
        }
        return type;
    }
}
