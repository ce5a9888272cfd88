package org.openbankmark.topology.model.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.source.Span;

/** A mapping in the order of the file; no key stands twice. */
public record YamlMapping(Map<String, Entry> entriesByKey, Span span) implements YamlNode {

    /** A key and its value. */
    public record Entry(YamlScalar key, YamlNode value) {}

    public YamlMapping {
        entriesByKey = Collections.unmodifiableMap(new LinkedHashMap<>(entriesByKey));
    }

    /** In the order of the file; merged ones last. */
    public Collection<Entry> entries() {
        return entriesByKey.values();
    }

    /** The entry of that key. */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entriesByKey.get(key));
    }

    @Override
    public String shape() {
        return "a mapping";
    }
}
