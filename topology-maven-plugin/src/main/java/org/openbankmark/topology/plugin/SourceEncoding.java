package org.openbankmark.topology.plugin;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the compiler reads sources. Generated ones are UTF-8, and comments have the topology's docs as they were written: who looks into a
 * class in the debugger shall be able to read them in any language. Everything else in them is ASCII. Stateless.
 */
final class SourceEncoding {

    private SourceEncoding() {}

    /**
     * What the compiler will not read as it was written, if there is anything.
     *
     * @param given the project's encoding; null or blank where the project leaves it to the platform
     * @param sources the directory of generated sources
     */
    static Optional<String> complaint(@Nullable String given, Path sources) throws IOException {
        String name = given == null ? "" : given.strip();
        Charset encoding;
        try {
            encoding = name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            // No encoding at all: the compiler says so.
            return Optional.empty();
        }
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return Optional.empty();
        }
        return firstBeyondAscii(sources)
                .map(file -> file + " has characters beyond ASCII in its comments, in UTF-8, but "
                        + (name.isEmpty()
                                ? "project.build.sourceEncoding is not set, and this platform's encoding is "
                                : "project.build.sourceEncoding is ")
                        + encoding
                        + ": the compiler may refuse them. Set it to UTF-8, or write the topology's docs in ASCII");
    }

    /** Looks into all files; only a project in another encoding has to wait for that. */
    private static Optional<Path> firstBeyondAscii(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                if (isBeyondAscii(Files.readAllBytes(file))) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBeyondAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }
}
