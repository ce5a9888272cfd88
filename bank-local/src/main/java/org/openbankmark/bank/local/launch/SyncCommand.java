package org.openbankmark.bank.local.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** Runs sync-cli against the bank's servers. */
@Command(
        name = "sync",
        header = "Makes topics and schemas as topology.yaml says: sync-cli against the bank that runs.",
        description = {
            "",
            "  ./bank sync                        sync-cli apply",
            "  ./bank sync plan                   what would change",
            "  ./bank sync plan --out plan.json   all that sync-cli takes",
            "  ./bank sync --help                 all of sync-cli",
            ""
        },
        customSynopsis = "bank sync [ARGUMENT...]")
final class SyncCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    // All in one list, whether options or not: they are sync-cli's, and their order tells what belongs to what.
    @Unmatched
    private List<String> given = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        BankState state = bank.requireRunning();
        return new Sync(bank.installation(), state.brokers(), state.registry()).run(given);
    }

    List<String> given() {
        return given;
    }
}
