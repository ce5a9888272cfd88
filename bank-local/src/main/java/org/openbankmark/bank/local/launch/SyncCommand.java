package org.openbankmark.bank.local.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** Runs sync-cli against the bank's servers. */
@Command(
        name = "sync",
        header = "Makes topics and schemas as topology.yaml says: sync-cli against the bank that runs.",
        description = {
            "",
            "  ./bank sync              sync-cli apply",
            "  ./bank sync plan         what would change",
            "  ./bank sync --help       all of sync-cli",
            ""
        })
final class SyncCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Of sync-cli; apply unless given.")
    private List<String> given = List.of();

    @Unmatched
    private List<String> options = List.of();

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>(given);
        arguments.addAll(options);
        if (arguments.isEmpty()) {
            arguments.add("apply");
        }
        BankState state = bank.requireRunning();
        return new Sync(bank.installation(), state.brokers(), state.registry()).run(arguments);
    }
}
