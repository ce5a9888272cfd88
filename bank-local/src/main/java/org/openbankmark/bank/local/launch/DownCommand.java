package org.openbankmark.bank.local.launch;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Stops the bank. */
@Command(name = "down", mixinStandardHelpOptions = true, header = "Stops all in order. The data stay.")
final class DownCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Override
    public Integer call() {
        Optional<BankState> running = bank.running();
        if (running.isEmpty()) {
            System.out.println("The bank does not run.");
            return ExitCode.DONE;
        }
        Follower.fromNow(bank.installation(), running.get().process(), System.out)
                .stop();
        return ExitCode.DONE;
    }
}
