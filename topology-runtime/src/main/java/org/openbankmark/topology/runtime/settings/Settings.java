package org.openbankmark.topology.runtime.settings;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Settings of Kafka clients and of the schema registry, under Kafka's own names. Immutable. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Settings by name, such as {@code bootstrap.servers}. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /** By name; secrets are among them. */
    public Map<String, String> values() {
        return values;
    }
}
