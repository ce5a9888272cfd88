package org.openbankmark.topology.model.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.parse.TopologyParser;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawTopology;
import org.openbankmark.topology.model.raw.RawTypes;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.SourceReader;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlReader;

/** Reads what a topology imports, and what that imports in turn. Each file is read once. */
public final class ImportedFiles {
    private static final int MAX_DEPTH = 50;

    private final RawTopology main;
    private final ProblemCollector problems;
    private final RelativePaths paths;
    private final Map<Path, File> files = new LinkedHashMap<>();
    private final List<Path> open = new ArrayList<>();

    /** A topology file that was read, main or imported. */
    public record File(Source source, RawTypes types) {}

    private ImportedFiles(RawTopology main, ProblemCollector problems) {
        this.main = main;
        this.problems = problems;
        this.paths = new RelativePaths(main.source(), Rule.IMPORT_PATH, problems);
    }

    /** The main file and all imported ones, in the order in which they are named. */
    public static List<File> read(RawTopology main, ProblemCollector problems) {
        ImportedFiles imported = new ImportedFiles(main, problems);
        imported.visit(main.source().path().toAbsolutePath().normalize(), new File(main.source(), main.types()));
        return List.copyOf(imported.files.values());
    }

    private void visit(Path path, File file) {
        files.put(path, file);
        open.add(path);
        for (Spanned<String> name : file.types().imports()) {
            paths.resolve(name, file.source()).ifPresent(target -> follow(target, name));
        }
        open.remove(open.size() - 1);
    }

    private void follow(Path target, Spanned<String> name) {
        if (open.contains(target)) {
            List<String> circle = open.subList(open.indexOf(target), open.size()).stream()
                    .map(path -> RelativePaths.name(main.source(), path))
                    .toList();
            problems.report(
                    Rule.IMPORT_CYCLE,
                    name.span(),
                    "files import one another in a circle: " + String.join(" → ", circle) + " → " + circle.get(0),
                    "move what they share into a file of its own");
        } else if (open.size() > MAX_DEPTH) {
            problems.report(
                    Rule.IMPORT_PATH,
                    name.span(),
                    "files import one another more than " + MAX_DEPTH + " deep",
                    "import the files from the main one");
        } else if (!files.containsKey(target)) {
            read(target, name).ifPresent(file -> visit(target, file));
        }
    }

    private Optional<File> read(Path target, Spanned<String> name) {
        Optional<Source> source = SourceReader.read(
                RelativePaths.name(main.source(), target), target, Optional.of(name.span()), problems);
        return source.flatMap(text -> YamlReader.read(text, problems)
                .flatMap(root -> TopologyParser.parseImported(
                        text, root, main.namespace().value(), problems))
                .map(types -> new File(text, types)));
    }
}
