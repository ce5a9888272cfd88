package org.openbankmark.bank.local.launch;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Clicks on a schedule. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "One browser clicks on a schedule, whether or not the click before was answered.",
        description = {
            "",
            "Latency counts from when a click was due, so a slow bank cannot slow the test",
            "down and so hide (coordinated omission); a time-out is a measurement. 10 s",
            "before each load are not counted. There is a p99 of 500 clicks and more, which",
            "are 250 s at 2 a second.",
            "",
        })
final class LoadOpenCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_CLICKS = 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LoadCommand load;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--loads",
            paramLabel = "M",
            split = ",",
            description = "Messages a second, one after another; 0,100,200,300.")
    private List<Integer> loads = List.of(0, 100, 200, 300);

    @Option(names = "--seconds", paramLabel = "S", description = "At each load; 250.")
    private int seconds = 250;

    @Option(names = "--rate", paramLabel = "N", description = "Clicks a second, 1 to 20; 2.")
    private int rate = 2;

    @Mixin
    private LoadHeading heading = new LoadHeading();

    @Override
    public Integer call() throws InterruptedException {
        loads.forEach(one -> LoadTask.load(spec, "--loads", one, 0));
        LoadTask task = new LoadTask("open")
                .with(heading)
                .withLoads(loads)
                .with("seconds", LoadTask.within(spec, "--seconds", seconds, 1, MOST_SECONDS))
                .with("rate", LoadTask.within(spec, "--rate", rate, 1, MOST_CLICKS));
        return load.tool().run(task);
    }
}
