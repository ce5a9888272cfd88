package org.openbankmark.topology.generator.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * What a path of a generated file must be: below its root, reached through no symbolic link, and claimed once. Names that
 * differ in case only are one path, because they are one file on Windows and macOS.
 */
final class PathRules {
    private final Roots roots;
    private final Map<String, GeneratedFile> claims = new TreeMap<>();
    private final Set<Path> sound = new HashSet<>();

    PathRules(Roots roots) {
        this.roots = roots;
    }

    /** Claims the path for the file; what is wrong with it, if anything. */
    Optional<String> claim(GeneratedFile file) {
        Optional<String> outside = outside(file.path());
        if (outside.isPresent()) {
            return Optional.of(file.path() + ", made from " + file.origin() + ", " + outside.get());
        }
        Path target = roots.of(file.kind()).resolve(file.path());
        GeneratedFile other = claims.putIfAbsent(target.toString().toLowerCase(Locale.ROOT), file);
        if (other != null) {
            return Optional.of("two types want the file " + file.path() + ": " + other.origin() + " and "
                    + file.origin() + (other.path().equals(file.path()) ? "" : " (their names differ in case only)")
                    + "; rename one");
        }
        return Optional.empty();
    }

    /** What is wrong with a path, whatever its root; a manifest that was tampered with must not lead outside either. */
    static Optional<String> outside(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("would lie outside the output directory");
            }
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || "\\:*?\"<>|".indexOf(c) >= 0) {
                return Optional.of("has a character that file names cannot have everywhere: '" + c + "'");
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the directories on the way from the root to the file. */
    Optional<String> blocked(Kind kind, String path) {
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
