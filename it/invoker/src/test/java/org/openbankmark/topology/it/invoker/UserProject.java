package org.openbankmark.topology.it.invoker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user's project after its builds, as the scripts look at it. What is not as it should be is an {@link AssertionError}. */
public final class UserProject {
    private final Path directory;

    public UserProject(File directory) {
        this.directory = directory.toPath();
    }

    /** Names of the generated files, below their roots, in alphabetical order. */
    public Set<String> generated() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String root : List.of("generated-sources", "generated-resources", "generated-test-sources")) {
            Path top = directory.resolve("target").resolve(root).resolve("topology");
            files(top).forEach(file -> names.add(top.relativize(file).toString().replace('\\', '/')));
        }
        return names;
    }

    /** Names of the generated files that were written after the file was. */
    public Set<String> writtenAfter(String file) throws IOException {
        FileTime then = Files.getLastModifiedTime(directory.resolve(file));
        Set<String> names = new TreeSet<>();
        for (String root : List.of("generated-sources", "generated-resources", "generated-test-sources")) {
            Path top = directory.resolve("target").resolve(root).resolve("topology");
            for (Path path : files(top)) {
                if (Files.getLastModifiedTime(path).compareTo(then) > 0) {
                    names.add(top.relativize(path).toString().replace('\\', '/'));
                }
            }
        }
        return names;
    }

    /** The output of all builds. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("build.log"));
    }

    /** The text of a file. */
    public String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    public boolean exists(String file) {
        return Files.exists(directory.resolve(file));
    }

    /** Checks that there are these names and no other. */
    public static void same(String what, Set<String> actual, String... expected) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(expected));
        if (!actual.equals(wanted)) {
            throw new AssertionError(what + " should be\n  " + lines(wanted) + "\nbut are\n  " + lines(actual));
        }
    }

    /** Checks that the names hold all of these. */
    public static void hasAll(String what, Set<String> actual, String... expected) {
        Set<String> missing = new TreeSet<>(Arrays.asList(expected));
        missing.removeAll(actual);
        if (!missing.isEmpty()) {
            throw new AssertionError(what + " lack\n  " + lines(missing) + "\nand are\n  " + lines(actual));
        }
    }

    /** Checks that a text has these parts, in this order. */
    public static void inOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            if (at < 0) {
                throw new AssertionError("'" + part + "' is not in this text, or not in this place:\n" + text);
            }
            from = at + part.length();
        }
    }

    /** Checks something else. */
    public static void check(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError("does not hold: " + claim);
        }
    }

    private static List<Path> files(Path top) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static String lines(Set<String> names) {
        return names.stream().collect(Collectors.joining("\n  "));
    }
}
