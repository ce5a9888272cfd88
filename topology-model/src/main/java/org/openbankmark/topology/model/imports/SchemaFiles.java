package org.openbankmark.topology.model.imports;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.SourceReader;
import org.openbankmark.topology.model.source.Spanned;

/** Finds and reads the Avro schema files that {@code schemas} names, by path or by pattern. Each file is read once. */
public final class SchemaFiles {
    private static final int MAX_DEPTH = 20;

    private final Source main;
    private final ProblemCollector problems;
    private final RelativePaths paths;
    private final Consumer<Path> folders;

    private SchemaFiles(Source main, Consumer<Path> folders, ProblemCollector problems) {
        this.main = main;
        this.folders = folders;
        this.problems = problems;
        this.paths = new RelativePaths(main, Rule.SCHEMA_PATH, problems);
    }

    /**
     * The files in the order in which they are named; those of one pattern by name.
     *
     * @param folders takes each folder that a pattern looked into: a file that comes into being there may match too
     */
    public static List<Source> read(List<ImportedFiles.File> files, Consumer<Path> folders, ProblemCollector problems) {
        SchemaFiles schemas = new SchemaFiles(files.get(0).source(), folders, problems);
        Map<Path, Source> sources = new LinkedHashMap<>();
        for (ImportedFiles.File file : files) {
            for (Spanned<String> pattern : file.types().schemas()) {
                for (Path path : schemas.matches(pattern, file.source())) {
                    if (!sources.containsKey(path)) {
                        SourceReader.read(
                                        RelativePaths.name(schemas.main, path),
                                        path,
                                        Optional.of(pattern.span()),
                                        problems)
                                .ifPresent(source -> sources.put(path, source));
                    }
                }
            }
        }
        return List.copyOf(sources.values());
    }

    private List<Path> matches(Spanned<String> pattern, Source from) {
        String text = pattern.value();
        int wild = indexOfWildcard(text);
        if (wild < 0) {
            return paths.resolve(pattern, from).map(List::of).orElse(List.of());
        }
        // Up to the last slash before the first wildcard it is a plain path.
        int slash = text.lastIndexOf('/', wild);
        String start = slash < 0 ? "." : text.substring(0, slash);
        Optional<Path> folder = paths.resolve(new Spanned<>(start, pattern.span()), from);
        if (folder.isEmpty()) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text.substring(slash + 1));
            if (Files.isDirectory(folder.get())) {
                try (Stream<Path> walk = Files.walk(folder.get(), MAX_DEPTH)) {
                    walk.peek(this::noteFolder)
                            .filter(path -> matcher.matches(folder.get().relativize(path)))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .forEach(found::add);
                }
            }
        } catch (PatternSyntaxException e) {
            problems.report(Rule.SCHEMA_PATH, pattern.span(), "'" + text + "' is no pattern", "write 'avro/*.avsc'");
            return List.of();
        } catch (IOException e) {
            problems.report(
                    Rule.SCHEMA_PATH,
                    pattern.span(),
                    "cannot list the files of '" + text + "': " + e.getMessage(),
                    "check that the folder can be read");
            return List.of();
        }
        if (found.isEmpty()) {
            problems.report(
                    Rule.SCHEMA_PATH,
                    pattern.span(),
                    "'" + text + "' matches no file",
                    "paths are relative to this file; '*' stands for any name, '**' for any folders");
        }
        return found;
    }

    private void noteFolder(Path path) {
        if (Files.isDirectory(path)) {
            folders.accept(path);
        }
    }

    private static int indexOfWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
