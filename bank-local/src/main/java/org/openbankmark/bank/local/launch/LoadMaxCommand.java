package org.openbankmark.bank.local.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Searches the highest load. */
@Command(
        name = "max",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Finds the highest load at which the 99th percentile stays under a limit.",
        description = {
            "",
            "Without a browser, which would need a processor of its own: probes on a",
            "schedule send deposits over GraphQL and wait for them in the stream that",
            "screens are drawn from. Latency counts from when a probe was due; a time-out is",
            "a measurement. A load holds when p99 is under the limit and 97 of 100 messages",
            "are handled while they come. The load doubles until one does not hold; then the",
            "gap is halved until it is 50 messages/s, or a twentieth. 10 s before each",
            "measurement are not counted.",
            "",
        })
final class LoadMaxCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_PROBES = 200;
    private static final int TIME_OUT_MS = 5_000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LoadCommand load;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "M", description = "The first load, in messages a second; 250.")
    private int from = 250;

    @Option(names = "--to", paramLabel = "M", description = "The highest load to try; 16000.")
    private int to = 16_000;

    @Option(names = "--seconds", paramLabel = "S", description = "At each load, for 500 probes or more; 30.")
    private int seconds = 30;

    @Option(names = "--rate", paramLabel = "N", description = "Probes a second, 1 to 200; 20.")
    private int rate = 20;

    @Option(names = "--limit-ms", paramLabel = "L", description = "What p99 must stay under; 500.")
    private int limit = 500;

    @Mixin
    private LoadHeading heading = new LoadHeading();

    @Override
    public Integer call() throws InterruptedException {
        LoadTask.load(spec, "--from", from, 10);
        LoadTask.load(spec, "--to", to, 10);
        if (from > to) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " is above --to " + to);
        }
        LoadTask task = new LoadTask("max")
                .with(heading)
                .with("from", from)
                .with("to", to)
                .with("seconds", LoadTask.within(spec, "--seconds", seconds, 1, MOST_SECONDS))
                .with("rate", LoadTask.within(spec, "--rate", rate, 1, MOST_PROBES))
                .with("limitMs", LoadTask.within(spec, "--limit-ms", limit, 1, TIME_OUT_MS));
        return load.tool().run(task);
    }
}
