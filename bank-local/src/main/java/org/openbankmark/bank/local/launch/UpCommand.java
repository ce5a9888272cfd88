package org.openbankmark.bank.local.launch;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts the bank. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Starts all, waits until it is healthy, and stops it on Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final int MOST_BROKERS = 9;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private picocli.CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when all is healthy, and leave it running.")
    private boolean detach;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description = "How many Kafka brokers, 1 to 9; 1, or as many as the data were made for.")
    private @Nullable Integer brokers;

    @Override
    public Integer call() throws InterruptedException {
        if (brokers != null && (brokers < 1 || brokers > MOST_BROKERS)) {
            throw new ParameterException(spec.commandLine(), "--brokers must be from 1 to " + MOST_BROKERS);
        }
        Installation installation = bank.installation();
        if (BankLock.isHeld(installation)) {
            throw new LaunchException("the bank runs already. How it is: ./bank status. To stop it: ./bank down");
        }
        Directories.make(installation);
        int count = Directories.brokers(installation, brokers == null ? OptionalInt.empty() : OptionalInt.of(brokers));
        BankPlan plan = BankPlan.of(System.getenv(), count);
        PortCheck.requireFree(plan);
        System.out.println(detach ? "The bank starts." : "The bank starts. Ctrl-C stops it.");
        Follower follower = Detached.start(installation, plan, count, System.out);
        if (detach) {
            if (!follower.untilUp()) {
                return ExitCode.FAILED;
            }
            Addresses.print(bank.requireRunning(), installation, System.out);
            return ExitCode.DONE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(follower::stop, "ctrl-c"));
        if (follower.untilUp()) {
            Addresses.print(bank.requireRunning(), installation, System.out);
            follower.untilEnd();
        }
        return ExitCode.FAILED;
    }
}
