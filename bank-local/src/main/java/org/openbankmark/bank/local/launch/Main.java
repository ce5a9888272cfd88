package org.openbankmark.bank.local.launch;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.openbankmark.bank.local.process.ServerStartException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the launcher starts; the script ./bank calls it with the project's root in the system property {@code bank.root}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        Installation installation = Installation.of(Path.of(System.getProperty("bank.root", ".")), System.getenv());
        int code = run(new BankCommand(installation), arguments);
        System.out.flush();
        System.exit(code);
    }

    static int run(BankCommand command, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((wrong, given) -> {
            System.err.println("bank: " + usageMessage(wrong));
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            if (failure instanceof LaunchException || failure instanceof ServerStartException) {
                System.err.println("bank: " + failure.getMessage());
                return ExitCode.FAILED;
            }
            throw failure;
        });
        return line.execute(arguments);
    }

    private static String usageMessage(ParameterException wrong) {
        StringBuilder text = new StringBuilder(String.valueOf(wrong.getMessage()));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                text.append("; did you mean ").append(suggestions.get(0)).append('?');
            }
        }
        return text + " (see: ./" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
    }
}
