package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The process that is the running bank; {@code up} starts it. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Option(names = "--brokers")
    private int brokers = 1;

    /** Where this process's output goes. */
    @Option(names = "--log", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path log;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = bank.installation();
        StopSignal stop = StopSignal.taken();
        Optional<BankLock> lock = BankLock.take(installation);
        if (lock.isEmpty()) {
            // Whoever started this process has it open, and shows what is said from here on.
            Files.deleteIfExists(log);
            throw new LaunchException(
                    "another bank runs or is being removed in " + installation.home() + ". How it is: ./bank status");
        }
        try {
            // Not before: they may be those of a bank that runs.
            Files.deleteIfExists(installation.state());
            Files.move(log, installation.bankLog(), StandardCopyOption.REPLACE_EXISTING);
            Secrets secrets = Secrets.of(installation, System.getenv(), new SecureRandom());
            BankPlan plan = BankPlan.of(System.getenv(), brokers);
            Directories.rememberBrokers(installation, brokers);
            boolean started = new Supervisor(
                            installation,
                            plan,
                            new Progress(System.out),
                            Clock.systemUTC().millis(),
                            stop)
                    .run(secrets);
            return started ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
            lock.get().close();
        }
    }
}
