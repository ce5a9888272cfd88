package org.openbankmark.topology.sync.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.sync.SyncException;
import org.openbankmark.topology.sync.export.Exported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the file of what exists. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Writes the topology file of a cluster and a registry that exist.",
        description = {
            "",
            "Beside the file it writes the schemas, one Avro file for each named type, in the",
            "folder schemas. What the file cannot say is left out and listed. A plan with the",
            "file on the same cluster is empty. Exits 0, or 1 if it could not be written.",
            "",
            "Example: sync-cli export --to topology.yaml --name orders",
            ""
        })
final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SyncCli root;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            defaultValue = "topology.yaml",
            description = "Where to write it. Default: topology.yaml.")
    private Path to = Path.of("topology.yaml");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "exported",
            description = "The topology's name: lower-case words joined by dashes. Default: exported.")
    private String name = "exported";

    @Option(names = "--force", description = "Writes over files that are there.")
    private boolean force;

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli, for --help and to accept the option.
    private final LoggingOption logging = new LoggingOption();

    @Override
    public Integer call() throws InvalidTopologyException {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new UsageException("--name must be lower-case words joined by dashes, not '" + name + "'", null);
        }
        Exported exported;
        try (Session session = Session.open(servers, root.surroundings())) {
            exported = session.export(name);
        }
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(to, exported.yaml());
        exported.schemas().forEach((path, schema) -> files.put(to.resolveSibling(path), schema));
        files.keySet().forEach(this::requireFree);
        files.forEach(ExportCommand::write);
        root.surroundings()
                .out()
                .println("wrote " + to + " with " + exported.topics() + " topics, and "
                        + exported.schemas().size() + " schemas beside it");
        exported.leftOut()
                .forEach(each -> root.surroundings().err().println("left out: " + each.name() + ": " + each.reason()));
        return ExitCode.DONE;
    }

    private void requireFree(Path file) {
        if (Files.exists(file) && !force) {
            throw new SyncException(file + " exists; --force writes over it, --to names another file", null);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new SyncException(file + " cannot be written: " + failed.getMessage(), failed);
        }
    }
}
