package org.openbankmark.bank.local.launch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists what was measured. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Lists the runs that were measured, and puts them into the groups of a file. The bank need not be up.")
final class LoadRunsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LoadCommand load;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description =
                    "JSON that maps names of runs to groups: {\"first\": \"1 broker\", \"second\": \"1 broker\"}. Runs that it does "
                            + "not name stay where they are.")
    private @Nullable Path groups;

    @Override
    public Integer call() throws InterruptedException {
        return load.tool().list(new LoadTask("runs").withGroups(groups));
    }
}
