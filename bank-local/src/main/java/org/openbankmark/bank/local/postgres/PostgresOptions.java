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
 * @param password of {@link PostgresServer#USER}, which every connection then needs; null to let everybody on this machine in.
 *     It is set when the files are made, so the same one is needed as long as they are kept
 */
public record PostgresOptions(
        int port,
        @Nullable Path directory,
        Map<String, String> settings,
        Duration startLimit,
        @Nullable String password) {

    /** Copies the map. */
    public PostgresOptions {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** On a free port, in a temporary directory. */
    public static PostgresOptions defaults() {
        return new PostgresOptions(0, null, Map.of(), Duration.ofMinutes(2), null);
    }

    /** With this port. */
    public PostgresOptions withPort(int given) {
        return new PostgresOptions(given, directory, settings, startLimit, password);
    }

    /** With data and log in a directory that is kept. */
    public PostgresOptions withDirectory(Path kept) {
        return new PostgresOptions(port, kept, settings, startLimit, password);
    }

    /** With one more setting, such as {@code max_connections}. */
    public PostgresOptions withSetting(String name, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new PostgresOptions(port, directory, more, startLimit, password);
    }

    /** With a password, without which nobody gets in. */
    public PostgresOptions withPassword(String given) {
        return new PostgresOptions(port, directory, settings, startLimit, given);
    }

    /** Without the password, which is nobody's business. */
    @Override
    public String toString() {
        return "PostgresOptions[port=" + port + ", directory=" + directory + ", settings=" + settings + "]";
    }
}
