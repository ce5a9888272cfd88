package org.openbankmark.topology.sync.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.settings.Settings;
import picocli.CommandLine.Option;

/** Where the servers are, and how long they may take. */
final class ServerOptions {

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT,…",
            description = "Kafka's brokers. Default: KAFKA_BROKERS.")
    private @Nullable String brokers;

    @Option(
            names = {"-r", "--schema-registry"},
            paramLabel = "URL",
            description = "The schema registry. Default: SCHEMA_REGISTRY_URL.")
    private @Nullable String registry;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for Kafka's client, as in Kafka's own tools: security.protocol, sasl.*, ssl.*,"
                    + " and for the registry schema.registry.basic.auth.user.info and the like.")
    private @Nullable Path commandConfig;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "2m",
            description = "How long all of it may take, such as 90s, 5m, 2h. Default: 2m.")
    private Duration timeout = Duration.ofMinutes(2);

    Duration timeout() {
        return timeout;
    }

    /** Options win over the file, the file over the environment. */
    Settings settings(Surroundings surroundings) {
        Settings settings = Settings.fromEnvironment(surroundings.environment());
        if (commandConfig != null) {
            try {
                settings = settings.with(Settings.fromFile(commandConfig));
            } catch (UncheckedIOException | IllegalArgumentException wrong) {
                throw new UsageException("the file " + commandConfig + " of --command-config cannot be read", wrong);
            }
        }
        for (Map.Entry<String, String> option : java.util.Arrays.asList(
                Map.entry("bootstrap.servers", brokers == null ? "" : brokers),
                Map.entry("schema.registry.url", registry == null ? "" : registry))) {
            if (!option.getValue().isBlank()) {
                settings = settings.with(option.getKey(), option.getValue());
            }
        }
        require(settings, "bootstrap.servers", "Kafka brokers: give -b HOST:PORT, or set KAFKA_BROKERS");
        require(settings, "schema.registry.url", "schema registry: give -r URL, or set SCHEMA_REGISTRY_URL");
        return settings;
    }

    private static void require(Settings settings, String name, String what) {
        if (settings.get(name).map(String::isBlank).orElse(true)) {
            throw new UsageException("no " + what, null);
        }
    }
}
