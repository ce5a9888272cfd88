package org.openbankmark.bank.services;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openbankmark.bank.operations.ServiceRun;
import org.openbankmark.bank.operations.SettingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command itself, which only has others. */
@Command(
        name = "bank-services",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "SERVICE",
        sortOptions = false,
        header = "Runs one of the bank's services until it is asked to stop (SIGTERM, Ctrl-C).",
        description = {
            "",
            "Settings are environment variables. All services need:",
            "  KAFKA_BROKERS          host:port,…",
            "  SCHEMA_REGISTRY_URL    http://…",
            "  KAFKA_<SETTING>        any other setting of Kafka's clients, such as KAFKA_SECURITY_PROTOCOL",
            "  OPERATIONS_HOST        where /health/live, /health/ready and /metrics are served; 127.0.0.1",
            "  OPERATIONS_PORT        each service has one of its own",
            "  LOG_FORMAT             text or json; text",
            "  LOG_LEVEL              of the bank's own code: error, warn, info, debug; info",
            "",
            "bank-services SERVICE --help tells of the others.",
            "",
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  stopped as asked",
            "  1  could not start, or could not go on",
            "  2  wrong options or settings",
        },
        subcommands = {
            HeartbeatCommand.class,
            CommandGeneratorCommand.class,
            CommandHandlerCommand.class,
            CommandLine.HelpCommand.class
        })
final class BankServices implements Runnable {
    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private BankServices(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs one command; gives its exit code. */
    static int run(Map<String, String> environment, PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(new BankServices(environment));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((wrong, given) -> {
            err.println("bank-services: " + usageMessage(wrong));
            return ServiceRun.WRONG_SETTING;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof SettingException) {
                err.println(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
                return ServiceRun.WRONG_SETTING;
            }
            throw failure;
        });
        return line.execute(arguments);
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static String usageMessage(ParameterException wrong) {
        StringBuilder text = new StringBuilder(String.valueOf(wrong.getMessage()));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                text.append("; did you mean ").append(suggestions.get(0)).append('?');
            }
        }
        return text + " (see: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
    }
}
