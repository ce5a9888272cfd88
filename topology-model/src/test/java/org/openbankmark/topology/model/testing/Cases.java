package org.openbankmark.topology.model.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The topology files that tests read as data. */
public final class Cases {
    private static final Path ROOT = Path.of("src/test/resources/org/openbankmark/topology");

    private Cases() {}

    /** Files that must load. */
    public static List<Path> good() {
        return in("good");
    }

    /** Files with mistakes. */
    public static List<Path> bad() {
        return in("bad");
    }

    public static Path good(String name) {
        return ROOT.resolve("good").resolve(name + ".yaml");
    }

    public static Path bad(String name) {
        return ROOT.resolve("bad").resolve(name + ".yaml");
    }

    /** The file beside another, with another ending. */
    public static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceAll("\\.yaml$", ending));
    }

    /**
     * What a test expects, from a file. With {@code -Dtopology.rewrite=true} the file is written anew from what came out;
     * its changes are then to be read before they are committed.
     */
    public static String expected(Path file, String actual) {
        try {
            if (Boolean.getBoolean("topology.rewrite")) {
                Files.writeString(file, actual);
            }
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
