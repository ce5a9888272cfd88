package org.openbankmark.topology.sync.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a plan may do that cannot be taken back. */
final class ChangeOptions {
    private static final String ALL = "*";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec own;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--allow-delete",
            arity = "0..1",
            fallbackValue = ALL,
            preprocessor = OnlyJoined.class,
            split = ",",
            hideParamSyntax = true,
            paramLabel = "[=NAME,…]",
            description =
                    "Deletes topics, subjects and newer versions of schemas that the file does not have: those of these names"
                            + " (* for any characters), all without a name. Internal ones never.")
    private @Nullable List<String> allowDelete;

    @Option(
            names = "--max-deletes",
            paramLabel = "N",
            defaultValue = "5",
            description = "Refuses a plan with more deletions; each version of a schema is one. Default: 5.")
    private int maxDeletes;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description =
                    "An earlier state of the topology file: only what it had is deleted, and nothing that it protects"
                            + " with preventDelete.")
    private @Nullable Path previous;

    @Option(
            names = "--allow-repartition",
            description = "Adds partitions to keyed topics too, which moves keys to other partitions.")
    private boolean allowRepartition;

    @Option(
            names = "--strict-replicas",
            description = "Refuses a topic with more replicas than there are brokers, in place of lowering them.")
    private boolean strictReplicas;

    @Option(names = "--no-acls", description = "Leaves the services' permissions alone.")
    private boolean noAcls;

    /** Which of them were given, such as {@code --no-acls}. */
    List<String> given() {
        return own.options().stream()
                .map(OptionSpec::longestName)
                .filter(command.commandLine().getParseResult()::hasMatchedOption)
                .toList();
    }

    boolean noAcls() {
        return noAcls;
    }

    List<String> allowDelete() {
        return allowDelete == null ? List.of() : allowDelete;
    }

    int maxDeletes() {
        return maxDeletes;
    }

    Optional<Path> previous() {
        return Optional.ofNullable(previous);
    }

    boolean allowRepartition() {
        return allowRepartition;
    }

    boolean strictReplicas() {
        return strictReplicas;
    }

    /** Names belong to the option only where they are joined to it by =, so that it does not swallow the PLAN that follows. */
    static final class OnlyJoined implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (" ".equals(info.get("separator"))) {
                arguments.push(ALL);
            }
            return false;
        }
    }
}
