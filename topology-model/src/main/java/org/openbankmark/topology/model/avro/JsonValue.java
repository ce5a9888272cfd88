package org.openbankmark.topology.model.avro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.model.source.Span;

/** A value of a JSON file with its place. */
sealed interface JsonValue {

    Span span();

    /** A text. */
    record Text(String text, Span span) implements JsonValue {}

    /** A number, true, false or null, as the file spells it. */
    record Literal(String json, Span span) implements JsonValue {}

    /** A list. */
    record Items(List<JsonValue> items, Span span) implements JsonValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object in the order of the file. */
    record Members(Map<String, JsonValue> members, Span span) implements JsonValue {
        public Members {
            members = new LinkedHashMap<>(members);
        }

        /** The text of a member; empty where it is none. */
        String text(String key) {
            return members.get(key) instanceof Text text ? text.text() : "";
        }

        /** A copy with another value for a key, at the same position where it is there already. */
        Members with(String key, JsonValue value) {
            Map<String, JsonValue> changed = new LinkedHashMap<>(members);
            changed.put(key, value);
            return new Members(changed, span);
        }
    }

    /** The value as JSON. */
    default String json() {
        StringBuilder json = new StringBuilder();
        JsonText.write(this, json);
        return json.toString();
    }
}
