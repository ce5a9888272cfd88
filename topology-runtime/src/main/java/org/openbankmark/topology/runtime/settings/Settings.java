package org.openbankmark.topology.runtime.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings of Kafka's clients and of the schema registry, under Kafka's own names. Immutable.
 *
 * <p>{@link #toString()} hides the values of secret settings; {@link #values()} does not.
 */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Settings by name, such as {@code bootstrap.servers}. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * Settings by name; defaults of the properties count too.
     *
     * @throws IllegalArgumentException if a value is not a string
     */
    public static Settings of(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (!(name instanceof String) || !(value instanceof String)) {
                throw new IllegalArgumentException("the setting " + name + " must be a string");
            }
        });
        for (String name : properties.stringPropertyNames()) {
            values.put(name, properties.getProperty(name));
        }
        return new Settings(values);
    }

    /**
     * Settings from a file of Java properties, UTF-8.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it contains what Java's properties do not allow
     */
    public static Settings fromFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the settings file " + file + " cannot be read", unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "the settings file " + file + " is not a file of Java properties: " + malformed.getMessage()
                            + " A backslash, as in C:\\users, is written twice.",
                    malformed);
        }
        return of(properties);
    }

    /** {@link #fromEnvironment(Map)} of this process. */
    public static Settings fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Settings from environment variables: {@code KAFKA_BROKERS}, {@code SCHEMA_REGISTRY_URL}, and
     * {@code KAFKA_SECURITY_PROTOCOL} and the like for any other. Variables of other names are not looked at.
     */
    public static Settings fromEnvironment(Map<String, String> environment) {
        return new Settings(EnvironmentNames.settings(environment));
    }

    /** These settings and one more, in place of any value that it had. */
    public Settings with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    /** These settings and others, which win where both have a value. */
    public Settings with(Settings others) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.putAll(others.values);
        return new Settings(changed);
    }

    /** The value of a setting. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** By name; secrets are among them. */
    public Map<String, String> values() {
        return values;
    }

    /** Names and values, with {@code ***} for those that are secret. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((name, value) -> shown.put(name, SecretSettings.shown(name, value)));
        return shown.toString();
    }
}
