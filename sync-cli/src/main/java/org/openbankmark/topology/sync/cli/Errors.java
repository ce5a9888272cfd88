package org.openbankmark.topology.sync.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.sync.SyncException;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, in one line on stderr without a stack trace (there is --verbose for that) and without secrets. */
final class Errors {
    private final Surroundings surroundings;

    Errors(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String text = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : oneLine(wrong.getMessage());
        say(text + " (see: " + command.getCommandSpec().qualifiedName() + " --help)", arguments);
        return ExitCode.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException unmatched, CommandLine command) {
        List<String> words = unmatched.getUnmatched();
        if (!words.isEmpty()
                && !words.get(0).startsWith("-")
                && !command.getSubcommands().isEmpty()) {
            return "there is no command '" + words.get(0) + "'"
                    + Suggestion.didYouMeanOrOneOf(
                                    words.get(0), command.getSubcommands().keySet())
                            .map(suggestion -> "; " + suggestion)
                            .orElse("");
        }
        List<String> suggestions = unmatched.getSuggestions();
        return oneLine(unmatched.getMessage())
                + (suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?");
    }

    int failed(Exception failed, CommandLine command, ParseResult parsed) {
        String[] arguments = parsed.originalArgs().toArray(String[]::new);
        if (Arrays.asList(arguments).contains("--verbose")
                || Arrays.asList(arguments).contains("-v")) {
            StringWriter trace = new StringWriter();
            failed.printStackTrace(new PrintWriter(trace, true));
            say(trace.toString(), arguments);
        }
        if (failed instanceof InvalidTopologyException invalid) {
            say(text(invalid), arguments);
            return ExitCode.USAGE;
        }
        if (failed instanceof UsageException wrong) {
            say(oneLine(wrong.getMessage()), arguments);
            return ExitCode.USAGE;
        }
        say(line(failed), arguments);
        return ExitCode.ERROR;
    }

    /** Several lines for each mistake, with the source and a caret; one where there is no source, as of a file that is missing. */
    private static String text(InvalidTopologyException invalid) {
        List<Problem> problems = invalid.problems();
        return problems.size() == 1 && problems.get(0).sourceLine().isEmpty()
                ? oneLine(problems.get(0).render().replace("\n", "; "))
                : String.valueOf(invalid.getMessage());
    }

    private static String line(Exception failed) {
        if (failed instanceof SyncException || failed instanceof RegistryException) {
            return oneLine(failed.getMessage());
        }
        if (failed instanceof KafkaException) {
            return KafkaErrors.text(failed);
        }
        if (failed instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        return "unexpected: " + failed.getClass().getSimpleName() + ": " + oneLine(failed.getMessage())
                + " (--verbose shows where)";
    }

    private void say(String text, String[] arguments) {
        surroundings
                .err()
                .println("sync-cli: " + Secrets.of(surroundings, arguments).removedFrom(text));
        surroundings.err().flush();
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "no message" : text.replaceAll("\\s+", " ").strip();
    }
}
