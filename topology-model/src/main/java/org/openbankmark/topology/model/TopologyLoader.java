package org.openbankmark.topology.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.avro.SchemaFileReader;
import org.openbankmark.topology.model.imports.ImportedFiles;
import org.openbankmark.topology.model.imports.SchemaFiles;
import org.openbankmark.topology.model.link.Linker;
import org.openbankmark.topology.model.parse.TopologyParser;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawTopology;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.SourceReader;
import org.openbankmark.topology.model.yaml.YamlReader;

/** Reads a topology file with all that it imports. Stateless and safe for use by several threads. */
public final class TopologyLoader {

    private TopologyLoader() {}

    /**
     * Reads, checks and links a topology.
     *
     * @param file the topology file
     * @param environment which of its environments to lay over it; empty for none
     * @throws InvalidTopologyException with all mistakes, also where the file cannot be read
     */
    public static Topology load(Path file, Optional<String> environment) throws InvalidTopologyException {
        ProblemCollector problems = ProblemCollector.create();
        String name = file.toString().replace('\\', '/');
        Optional<Source> source = SourceReader.read(name, file, Optional.empty(), problems);
        Optional<RawTopology> raw = source.flatMap(text ->
                YamlReader.read(text, problems).flatMap(root -> TopologyParser.parseMain(text, root, problems)));
        if (raw.isEmpty()) {
            problems.throwIfAny();
            throw new IllegalStateException("no topology and no problem");
        }
        Optional<RawEnvironment> chosen = choose(raw.get(), environment, problems);
        List<ImportedFiles.File> files = ImportedFiles.read(raw.get(), problems);
        List<Path> folders = new ArrayList<>();
        List<Source> schemas = SchemaFiles.read(files, folders::add, problems);
        List<Path> inputs = new ArrayList<>();
        inputs.add(file);
        files.stream().skip(1).forEach(imported -> inputs.add(imported.source().path()));
        schemas.forEach(schema -> inputs.add(schema.path()));
        inputs.addAll(folders);
        return Linker.link(
                raw.get(),
                files.stream().map(ImportedFiles.File::types).toList(),
                SchemaFileReader.read(schemas, problems),
                inputs,
                chosen,
                problems);
    }

    private static Optional<RawEnvironment> choose(
            RawTopology raw, Optional<String> environment, ProblemCollector problems) {
        if (environment.isEmpty()) {
            return Optional.empty();
        }
        for (RawEnvironment candidate : raw.environments()) {
            if (candidate.name().value().equals(environment.get())) {
                return Optional.of(candidate);
            }
        }
        List<String> names =
                raw.environments().stream().map(known -> known.name().value()).toList();
        problems.report(
                Rule.UNKNOWN_ENVIRONMENT,
                raw.source().start(),
                "there is no environment '" + environment.get() + "' in this file",
                Suggestion.didYouMeanOrOneOf(environment.get(), names)
                        .or(() -> Optional.of("add it under 'environments'")));
        return Optional.empty();
    }
}
