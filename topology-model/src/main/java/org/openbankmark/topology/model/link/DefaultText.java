package org.openbankmark.topology.model.link;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** JSON values as text that does not depend on the order of keys. */
final class DefaultText {

    private DefaultText() {}

    static String of(Schema.Field field) {
        return canonical(field.defaultVal());
    }

    static String canonical(@Nullable Object value) {
        if (value == null || value == JsonProperties.NULL_VALUE) {
            return "null";
        }
        if (value instanceof byte[] bytes) {
            return quoted(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, of) -> sorted.put(quoted(String.valueOf(key)), canonical(of)));
            return sorted.toString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(DefaultText::canonical).toList().toString();
        }
        return value instanceof CharSequence text ? quoted(text.toString()) : value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
