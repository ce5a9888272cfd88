package org.openbankmark.topology.generator.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * What a path of a generated file must be: below its root, reached through no symbolic link, and claimed once. Names that
 * differ in case only are one path, because they are one file on Windows and macOS.
 */
final class PathRules {
    private final Roots roots;
    private final Map<String, GeneratedFile> claims = new HashMap<>();
    private final Set<Path> sound = new HashSet<>();

    /** For each kind, directories that nothing is wrong with. */
    private final Map<Kind, Set<String>> free = new EnumMap<>(Kind.class);

    /** For each kind, what claims of its files begin with. */
    private final Map<Kind, String> prefixes = new EnumMap<>(Kind.class);

    PathRules(Roots roots) {
        this.roots = roots;
        for (Kind kind : Kind.values()) {
            free.put(kind, new HashSet<>());
            prefixes.put(kind, roots.of(kind).toString().replace('\\', '/').toLowerCase(Locale.ROOT) + '/');
        }
    }

    /** Claims the path for the file; what is wrong with it, if anything. */
    Optional<String> claim(GeneratedFile file) {
        Optional<String> outside = outside(file.path());
        if (outside.isPresent()) {
            return Optional.of(file.path() + ", made from " + file.origin() + ", " + outside.get());
        }
        String target = prefixes.get(file.kind()) + file.path().toLowerCase(Locale.ROOT);
        GeneratedFile other = claims.putIfAbsent(target, file);
        if (other != null) {
            return Optional.of("two types want the file " + file.path() + ": " + other.origin() + " and "
                    + file.origin() + (other.path().equals(file.path()) ? "" : " (their names differ in case only)")
                    + "; rename one");
        }
        return Optional.empty();
    }

    /** What is wrong with a path, whatever its root; a manifest that was tampered with must not lead outside either. */
    static Optional<String> outside(String path) {
        // By hand: this looks at each path of each run, mostly before the JVM has compiled anything.
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                if (isNoName(path, start, i)) {
                    return Optional.of("would lie outside the output directory");
                }
                start = i + 1;
            }
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= '|' && isForbidden(c)) {
                return Optional.of("has a character that file names cannot have everywhere: '" + c + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isNoName(String path, int start, int end) {
        int length = end - start;
        return length == 0
                || (path.charAt(start) == '.' && (length == 1 || (length == 2 && path.charAt(start + 1) == '.')));
    }

    private static boolean isForbidden(char c) {
        return switch (c) {
            case '\\', ':', '*', '?', '"', '<', '>', '|' -> true;
            default -> c < ' ';
        };
    }

    /** What is wrong with the directories on the way from the root to the file. */
    Optional<String> blocked(Kind kind, String path) {
        Set<String> known = Objects.requireNonNull(free.get(kind));
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        if (known.contains(directory)) {
            return Optional.empty();
        }
        Optional<String> wrong = blockedDirectory(kind, path);
        if (wrong.isEmpty()) {
            known.add(directory);
        }
        return wrong;
    }

    private Optional<String> blockedDirectory(Kind kind, String path) {
        Path top = roots.of(kind);
        Path directory = top.resolve(path).getParent();
        while (directory != null && !directory.equals(top) && !sound.contains(directory)) {
            if (Files.isSymbolicLink(directory)) {
                return Optional.of(
                        directory + " is a symbolic link; generated files are written to real directories only:"
                                + " remove the link, or make the output directory itself the place you want");
            }
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                return Optional.of(directory + " is in the way: a directory of that name is needed. Move it elsewhere");
            }
            directory = directory.getParent();
        }
        for (Path d = top.resolve(path).getParent(); d != null && !d.equals(top) && sound.add(d); d = d.getParent()) {}
        return Optional.empty();
    }
}
