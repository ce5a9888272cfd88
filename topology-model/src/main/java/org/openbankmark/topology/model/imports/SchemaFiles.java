package org.openbankmark.topology.model.imports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.SourceReader;
import org.openbankmark.topology.model.source.Spanned;

/** Finds and reads the Avro schema files that {@code schemas} names, by path or by pattern. Each file is read once. */
public final class SchemaFiles {
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
        List<Path> found;
        try {
            found = PatternWalk.find(folder.get(), text.substring(slash + 1), folders);
        } catch (PatternSyntaxException e) {
            problems.report(Rule.SCHEMA_PATH, pattern.span(), "'" + text + "' is no pattern", "write 'avro/*.avsc'");
            return List.of();
        } catch (IOException e) {
            problems.report(
                    Rule.SCHEMA_PATH,
                    pattern.span(),
                    "cannot list the files of '" + text + "': " + why(e),
                    "see to it that the folder can be read, or write a pattern that does not look into it");
            return List.of();
        }
        if (found.isEmpty()) {
            problems.report(
                    Rule.SCHEMA_PATH,
                    pattern.span(),
                    "'" + text + "' matches no file",
                    "paths are relative to this file; '*' stands for any name, '**' for any folders");
        }
        return found.stream().filter(file -> paths.allows(file, pattern)).toList();
    }

    private static String why(IOException e) {
        return e instanceof AccessDeniedException denied
                ? "no permission to read " + denied.getFile()
                : Objects.requireNonNullElse(e.getMessage(), "a fault of the disk");
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
