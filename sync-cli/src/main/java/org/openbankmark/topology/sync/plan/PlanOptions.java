package org.openbankmark.topology.sync.plan;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.Topology;

/**
 * What a plan may do.
 *
 * @param allowDelete names of topics and subjects that may be deleted, {@code *} for any characters; empty: none
 * @param maxDeletes how many at most
 * @param previous an earlier state of the file: only what it declares may be deleted, and not what it protects
 * @param allowRepartition whether keyed topics may get more partitions
 * @param strictReplicas whether fewer brokers than replicas are an error
 */
public record PlanOptions(
        List<String> allowDelete,
        int maxDeletes,
        Optional<Topology> previous,
        boolean allowRepartition,
        boolean strictReplicas) {

    public PlanOptions {
        allowDelete = List.copyOf(allowDelete);
    }

    /** Nothing that needs a permission. */
    public static PlanOptions careful() {
        return new PlanOptions(List.of(), 0, Optional.empty(), false, false);
    }
}
