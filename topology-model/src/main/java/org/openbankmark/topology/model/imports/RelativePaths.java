package org.openbankmark.topology.model.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Spanned;

/**
 * Paths in topology files: relative to the file they stand in, with forward slashes, and never out of the folder of the
 * main file, so that a topology is whole wherever that folder goes.
 */
final class RelativePaths {
    private final Path root;
    private final Rule rule;
    private final ProblemCollector problems;

    RelativePaths(Source main, Rule rule, ProblemCollector problems) {
        this.root = folder(main);
        this.rule = rule;
        this.problems = problems;
    }

    /** The folder that a file stands in. */
    static Path folder(Source source) {
        Path absolute = source.path().toAbsolutePath().normalize();
        return absolute.getParent() == null ? absolute : absolute.getParent();
    }

    /** The file of that path; empty, with a problem reported, where the path is not allowed. */
    Optional<Path> resolve(Spanned<String> path, Source from) {
        String text = path.value();
        if (text.isBlank()
                || text.startsWith("/")
                || text.contains("\\")
                || text.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return refuse(path, "'" + text + "' is no relative path");
        }
        try {
            Path resolved = folder(from).resolve(text).normalize();
            return isInside(resolved)
                    ? Optional.of(resolved)
                    : refuse(path, "'" + text + "' leads out of the folder of the main file");
        } catch (InvalidPathException e) {
            return refuse(path, "'" + text + "' is no path");
        }
    }

    /** Whether a file that a pattern found may be read; where it is a link out of the folder, a problem is reported. */
    boolean allows(Path found, Spanned<String> pattern) {
        // The pattern's folder is inside, and a walk follows no links: only a file that is one can lead out.
        if (!Files.isSymbolicLink(found) || isInside(found)) {
            return true;
        }
        String name = root.relativize(found).toString().replace('\\', '/');
        refuse(pattern, "'" + name + "' leads out of the folder of the main file");
        return false;
    }

    private boolean isInside(Path path) {
        if (!path.startsWith(root)) {
            return false;
        }
        try {
            // A symbolic link may lead out although its path does not.
            return !Files.exists(path) || path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow " + path, e);
        }
    }

    private Optional<Path> refuse(Spanned<String> path, String message) {
        problems.report(
                rule,
                path.span(),
                message,
                "write a path relative to this file, with forward slashes, to a file below the folder of the main file");
        return Optional.empty();
    }

    /** How people see a file: as the main file was named, with the way from there. */
    static String name(Source main, Path file) {
        Path way = folder(main).relativize(file);
        int slash = main.name().lastIndexOf('/');
        return main.name().substring(0, slash + 1) + way.toString().replace('\\', '/');
    }
}
