package org.openbankmark.topology.sync.cli;

import java.util.concurrent.Callable;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.sync.render.ValidationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Checks a file; needs no server. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Checks a topology file; needs no server.",
        description = {
            "",
            "All mistakes are shown at once, each with its place and what would be right.",
            "Exits 0, or 2 if there are any.",
            "",
            "Example: sync-cli validate -f topology.yaml --env prod",
            ""
        })
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SyncCli root;

    @Mixin
    private final FileOptions file = new FileOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InvalidTopologyException {
        try {
            Topology topology = file.load();
            root.surroundings()
                    .out()
                    .print(output.json() ? ValidationText.json(topology) : ValidationText.text(topology));
            return ExitCode.DONE;
        } catch (InvalidTopologyException invalid) {
            if (!output.json()) {
                throw invalid;
            }
            root.surroundings().out().print(ValidationText.json(invalid));
            return ExitCode.USAGE;
        }
    }
}
