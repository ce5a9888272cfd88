package org.openbankmark.topology.sync.plan;

import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.RegistryState;

/** What a topic's facts lead to on this cluster, where that may surprise. */
final class Warnings {
    private static final String MIN_ISR = "min.insync.replicas";

    private Warnings() {}

    static void of(Topic topic, ClusterState cluster, Draft draft) {
        String minimum = topic.config().get(MIN_ISR);
        int replicas = Math.min(topic.replicas(), cluster.brokers().size());
        if (minimum != null && minimum.matches("[0-9]{1,9}") && Integer.parseInt(minimum) > replicas) {
            draft.risk(
                    "too-few-replicas-for-writes",
                    topic.name(),
                    MIN_ISR + " is " + minimum + " and there will be " + replicas
                            + (replicas == 1 ? " replica" : " replicas")
                            + ": producers with acks=all cannot write to it",
                    "lower " + MIN_ISR + " in an environment, or have more replicas",
                    topic.location());
        }
    }

    static void of(Topology topology, RegistryState registry, Draft draft) {
        if (!registry.complete()) {
            draft.inform(
                    "registry-list-cut",
                    topology.name(),
                    "the registry names only some of its subjects when asked for all: others than those are not listed"
                            + " here and not deleted",
                    "raise the registry's limit (Apicurio: apicurio.ccompat.max-subjects)",
                    new Location(topology.source(), 1, 1));
        }
    }
}
