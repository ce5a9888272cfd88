package org.openbankmark.bank.local.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a local PostgreSQL shall be. Immutable; each method returns a changed copy.
 *
 * @param port on which it listens; 0 for a free one
 * @param directory of data and log, kept; null for a temporary one, removed on close
 * @param settings of the server, as in {@code postgresql.conf}
 * @param startLimit until when it must serve
 */
public record PostgresOptions(int port, @Nullable Path directory, Map<String, String> settings, Duration startLimit) {

    /** Copies the map. */
    public PostgresOptions {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** On a free port, in a temporary directory. */
    public static PostgresOptions defaults() {
        return new PostgresOptions(0, null, Map.of(), Duration.ofMinutes(2));
    }

    /** With this port. */
    public PostgresOptions withPort(int given) {
        return new PostgresOptions(given, directory, settings, startLimit);
    }

    /** With data and log in a directory that is kept. */
    public PostgresOptions withDirectory(Path kept) {
        return new PostgresOptions(port, kept, settings, startLimit);
    }

    /** With one more setting, such as {@code max_connections}. */
    public PostgresOptions withSetting(String name, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new PostgresOptions(port, directory, more, startLimit);
    }
}
