package org.openbankmark.topology.sync.state;

import java.util.List;

/**
 * A partition.
 *
 * @param replicas ids of brokers, the preferred leader first; where replicas are being moved, those that will be
 * @param moving whether replicas are being moved
 */
public record PartitionState(List<Integer> replicas, boolean moving) {

    public PartitionState {
        replicas = List.copyOf(replicas);
    }
}
