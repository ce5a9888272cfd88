package org.openbankmark.bank.local.launch;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, which only has others. */
@Command(
        name = "bank",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        header = "Runs the whole bank on this machine: Kafka, schema registry, PostgreSQL and all services.",
        description = {
            "",
            "  ./bank up                                   start; Ctrl-C stops",
            "  ./bank up --detach                          start and leave it running",
            "  ./bank pace --batch-size 20 --wait-ms 100   let customers come",
            "  ./bank load                                 measure how long they wait",
            "  ./bank status                               what runs, and how it is",
            "  ./bank down                                 stop; the data stay",
            "",
            "KAFKA_BROKERS, SCHEMA_REGISTRY_URL or DB_HOSTNAME use servers of yours instead of own ones.",
            "Ports and more: docs/bank.md",
            "",
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SyncCommand.class,
            PaceCommand.class,
            LoadCommand.class,
            CleanCommand.class,
            SuperviseCommand.class,
            CommandLine.HelpCommand.class
        })
final class BankCommand implements Runnable {
    private final Installation installation;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    BankCommand(Installation installation) {
        this.installation = installation;
    }

    Installation installation() {
        return installation;
    }

    /**
     * What runs, if the bank does.
     *
     * @throws LaunchException if somebody has the bank's lock who does not tell, as in the moments of start and end
     */
    Optional<BankState> running() {
        if (!BankLock.isHeld(installation)) {
            return Optional.empty();
        }
        Optional<BankState> told = BankState.read(installation.state())
                // Not of one that was killed, whose file stayed.
                .filter(state -> state.process().isAlive());
        if (told.isEmpty()) {
            throw new LaunchException("the bank starts, ends or is removed at this moment. If that does not pass, find "
                    + "the process that holds " + installation.lock() + " with lsof or fuser, and end it.");
        }
        return told;
    }

    /** @throws LaunchException if none runs */
    BankState requireRunning() {
        return running().orElseThrow(() -> new LaunchException("the bank does not run. Start it: ./bank up"));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
