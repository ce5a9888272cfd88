package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = bank.installation();
        StopSignal stop = StopSignal.taken();
        try (FileChannel file =
                        FileChannel.open(installation.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                @Nullable FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new LaunchException("another bank starts in " + installation.home() + " at this moment");
            }
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
        }
    }
}
