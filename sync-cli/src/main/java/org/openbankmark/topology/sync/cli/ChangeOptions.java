package org.openbankmark.topology.sync.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a plan may do that cannot be taken back. */
final class ChangeOptions {

    @Option(
            names = "--allow-delete",
            arity = "0..1",
            fallbackValue = "*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "[=NAME,…]",
            description =
                    "Deletes topics and subjects that the file does not have: those of these names (* for any characters),"
                            + " all without a name. Internal ones never.")
    private @Nullable List<String> allowDelete;

    @Option(
            names = "--max-deletes",
            paramLabel = "N",
            defaultValue = "5",
            description = "Refuses a plan with more deletions. Default: 5.")
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
}
