package org.openbankmark.topology.runtime.settings;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How environment variables name settings: {@code KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}, with a double
 * underscore for a dash and a triple one for an underscore.
 */
final class EnvironmentNames {
    private static final String PREFIX = "KAFKA_";

    private EnvironmentNames() {}

    static Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && variable.length() > PREFIX.length()) {
                settings.put(settingName(variable.substring(PREFIX.length())), value);
            }
        });
        // The two short names come last: they win over KAFKA_BOOTSTRAP_SERVERS and KAFKA_SCHEMA_REGISTRY_URL.
        settings.remove("brokers");
        put(settings, "bootstrap.servers", environment.get("KAFKA_BROKERS"));
        put(settings, "schema.registry.url", environment.get("SCHEMA_REGISTRY_URL"));
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            settings.put(name, value);
        }
    }

    /** Longest run of underscores first: {@code ___} is an underscore, {@code __} a dash, {@code _} a dot. */
    private static String settingName(String variable) {
        return variable.toLowerCase(Locale.ROOT)
                .replace("___", "\u0000")
                .replace("__", "-")
                .replace('_', '.')
                .replace('\u0000', '_');
    }
}
