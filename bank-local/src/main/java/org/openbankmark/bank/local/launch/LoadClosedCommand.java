package org.openbankmark.bank.local.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The rule of Open Bank Mark's own load test. */
@Command(
        name = "closed",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "One browser clicks, waits until the change shows, and clicks again, while the load grows.",
        description = {
            "",
            "The rule of Open Bank Mark: a loop each second, by turns five deposits and five",
            "transfers; 10 messages/s more each 60 loops. It ends after 3 time-outs of 5 s,",
            "or 6000 loops (100 minutes); more than 1000 loops are a success. Unlike there,",
            "a time-out is a measurement. Options are for shorter runs.",
            "",
        })
final class LoadClosedCommand implements Callable<Integer> {
    private static final int MOST_LOOPS = 1_000_000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LoadCommand load;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--loops", paramLabel = "N", description = "How many at most; 6000.")
    private int loops = LoadTask.LOOPS;

    @Option(names = "--loops-per-load", paramLabel = "N", description = "How many until the load grows; 60.")
    private int loopsPerLoad = LoadTask.LOOPS_PER_LOAD;

    @Option(names = "--start-load", paramLabel = "M", description = "Messages a second at the start; 0.")
    private int startLoad;

    @Mixin
    private LoadHeading heading = new LoadHeading();

    @Override
    public Integer call() throws InterruptedException {
        LoadTask task = new LoadTask("closed")
                .with(heading)
                .with("loops", LoadTask.within(spec, "--loops", loops, 1, MOST_LOOPS))
                .with("loopsPerLoad", LoadTask.within(spec, "--loops-per-load", loopsPerLoad, 1, MOST_LOOPS))
                .with("startLoad", LoadTask.load(spec, "--start-load", startLoad, 0));
        return load.tool().run(task);
    }
}
