package org.openbankmark.bank.local.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The load test: closed, where no rule is named. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommandsRepeatable = false,
        header = "Measures how long people wait while ever more customers come: the load test.",
        description = {
            "",
            "  ./bank load          the same as ./bank load closed",
            "  ./bank load closed   one browser clicks, waits, clicks again; the load grows",
            "  ./bank load open     one browser clicks on a schedule, at loads you choose",
            "  ./bank load max      finds the highest load with p99 under 500 ms",
            "  ./bank load runs     lists the runs, and puts them into groups",
            "",
            "The bank must be up. Messages a second are set at the heartbeat, and set back",
            "at the end. Ctrl-C ends a run; what was measured is kept, in load/results.json",
            "of the bank's directory, and drawn on the page Background. The browser comes",
            "by npm at the first run. To compare settings, start the bank with others and",
            "run again: each has a group of its own, named after them.",
            "",
            "  KAFKA_LINGER_MS=100 KAFKA_BATCH_SIZE=65536 ./bank up --detach --brokers 3",
            "",
            "Exit codes: 0 measured, 1 could not go on, 2 wrong options, 130 stopped by",
            "Ctrl-C. More: docs/load-test.md",
            "",
        },
        subcommands = {LoadClosedCommand.class, LoadOpenCommand.class, LoadMaxCommand.class, LoadRunsCommand.class})
final class LoadCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Mixin
    private LoadHeading heading = new LoadHeading();

    @Override
    public Integer call() throws InterruptedException {
        return tool().run(new LoadTask("closed").with(heading));
    }

    LoadTool tool() {
        return new LoadTool(bank);
    }
}
