package org.openbankmark.topology.sync.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, which only has others. */
@Command(
        name = "sync-cli",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        header = "Makes a Kafka cluster and a schema registry match a topology file.",
        description = {
            "",
            "  sync-cli validate -f topology.yaml   is the file right?",
            "  sync-cli plan                        what would change, and why",
            "  sync-cli apply                       do it",
            "  sync-cli plan --fail-on-changes      in CI: exit 3 when someone changed things",
            "  sync-cli plan --out plan.json        save a plan, look at it, then",
            "  sync-cli apply plan.json             do that plan, or refuse if things changed",
            "  sync-cli export --to topology.yaml   start from a cluster that exists",
            "  sync-cli verify --jar service.jar    is all there that this jar needs?",
            "",
            "The file is src/main/topology/topology.yaml unless -f names another.",
            "Servers are found in KAFKA_BROKERS and SCHEMA_REGISTRY_URL, or given with -b",
            "and -r. Any other Kafka setting: KAFKA_SECURITY_PROTOCOL and the like, or a",
            "file with --command-config.",
            "",
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, or nothing to do",
            "  1  could not be done; nothing was changed",
            "  2  wrong options, or an invalid topology file",
            "  3  changes found (plan --fail-on-changes), or something is missing (verify)",
            "  4  partly applied; apply again to finish"
        })
final class SyncCli implements Runnable {
    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            ValidateCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class);

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private SyncCli(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command; gives its exit code. */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine line = new CommandLine(new SyncCli(surroundings));
        commands(arguments).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.terminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        Errors errors = new Errors(surroundings);
        line.setParameterExceptionHandler(errors::wrongUsage);
        line.setExecutionExceptionHandler(errors::failed);
        return line.execute(arguments);
    }

    /** The one that the first argument names, since looking at the options of all takes time; all where it names none of ours. */
    private static List<Class<?>> commands(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command.getPackage().equals(SyncCli.class.getPackage())
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .findFirst()
                .map(List::<Class<?>>of)
                .orElse(COMMANDS);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void run() {
        spec.commandLine().usage(surroundings.out());
    }
}
