package org.openbankmark.topology.sync.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.sync.plan.PlanOptions;

/** All that a plan is made from, beside the servers; what a saved plan keeps to be made again. */
record PlanRequest(
        Path file,
        Optional<String> environment,
        List<String> allowDelete,
        int maxDeletes,
        Optional<Path> previous,
        boolean allowRepartition,
        boolean strictReplicas,
        boolean noAcls) {

    PlanRequest {
        allowDelete = List.copyOf(allowDelete);
    }

    static PlanRequest of(FileOptions file, ChangeOptions changes) {
        if (changes.maxDeletes() < 0) {
            throw new UsageException("--max-deletes must be 0 or more, not " + changes.maxDeletes(), null);
        }
        return new PlanRequest(
                file.file(),
                file.environment(),
                changes.allowDelete(),
                changes.maxDeletes(),
                changes.previous(),
                changes.allowRepartition(),
                changes.strictReplicas(),
                changes.noAcls());
    }

    /** Reads the files. */
    Desired load() throws InvalidTopologyException {
        Topology topology = TopologyLoader.load(file, environment);
        Optional<Topology> earlier =
                previous.isPresent() ? Optional.of(TopologyLoader.load(previous.get(), environment)) : Optional.empty();
        return new Desired(
                topology, new PlanOptions(allowDelete, maxDeletes, earlier, allowRepartition, strictReplicas));
    }
}
