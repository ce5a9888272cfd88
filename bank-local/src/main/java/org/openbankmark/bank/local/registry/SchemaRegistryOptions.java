package org.openbankmark.bank.local.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a local schema registry shall be. Immutable; each method returns a changed copy.
 *
 * @param port on which it listens; 0 for a free one
 * @param directory of data and log, kept; null for a temporary one, removed on close
 * @param compatibility the global level that is set at each start, such as {@code BACKWARD}
 * @param jvmOptions system properties, such as Apicurio's own settings
 * @param heapMegabytes of its process
 * @param startLimit until when it must serve
 */
public record SchemaRegistryOptions(
        int port,
        @Nullable Path directory,
        String compatibility,
        List<String> jvmOptions,
        int heapMegabytes,
        Duration startLimit) {

    /** Copies the list. */
    public SchemaRegistryOptions {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** On a free port, in a temporary directory, with the level BACKWARD. */
    public static SchemaRegistryOptions defaults() {
        return new SchemaRegistryOptions(0, null, "BACKWARD", List.of(), 256, Duration.ofMinutes(3));
    }

    /** With this port. */
    public SchemaRegistryOptions withPort(int given) {
        return new SchemaRegistryOptions(given, directory, compatibility, jvmOptions, heapMegabytes, startLimit);
    }

    /** With data and log in a directory that is kept. */
    public SchemaRegistryOptions withDirectory(Path kept) {
        return new SchemaRegistryOptions(port, kept, compatibility, jvmOptions, heapMegabytes, startLimit);
    }

    /** With this global compatibility level. */
    public SchemaRegistryOptions withCompatibility(String level) {
        return new SchemaRegistryOptions(port, directory, level, jvmOptions, heapMegabytes, startLimit);
    }

    /** With these options of its JVM. */
    public SchemaRegistryOptions withJvmOptions(String... given) {
        return new SchemaRegistryOptions(port, directory, compatibility, List.of(given), heapMegabytes, startLimit);
    }

    /** With this time limit for its start. */
    public SchemaRegistryOptions withStartLimit(Duration limit) {
        return new SchemaRegistryOptions(port, directory, compatibility, jvmOptions, heapMegabytes, limit);
    }
}
