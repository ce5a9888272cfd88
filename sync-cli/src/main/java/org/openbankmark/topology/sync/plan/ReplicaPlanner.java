package org.openbankmark.topology.sync.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.TopicState;

/** The replicas of one topic. */
final class ReplicaPlanner {
    private final ClusterState cluster;
    private final PlanOptions options;
    private final Draft draft;

    ReplicaPlanner(ClusterState cluster, PlanOptions options, Draft draft) {
        this.cluster = cluster;
        this.options = options;
        this.draft = draft;
    }

    /** As many as the file wants, as far as there are brokers. A broker that is down never takes replicas away. */
    int possible(Topic topic, int present) {
        int possible = Math.max(present, cluster.brokers().size());
        if (topic.replicas() <= possible) {
            return topic.replicas();
        }
        tooFewBrokers(topic, "the file wants " + replicas(topic.replicas()), "lowered to " + possible);
        return possible;
    }

    /**
     * Plans a move of those partitions that need one.
     *
     * @param placed the brokers of each partition before the move; none for one that the cluster will place
     * @param minimumRises whether the topic's least number of in-sync replicas may rise, which waits for all moves, whoever began them
     * @return whether any partition will have more replicas in sync after what is planned
     */
    boolean plan(Topic topic, TopicState state, List<List<Integer>> placed, int wanted, boolean minimumRises) {
        ReplicaPlacement placement = new ReplicaPlacement(cluster.brokers(), placed);
        SortedMap<Integer, List<Integer>> target = new TreeMap<>();
        boolean grows = false;
        int most = 0;
        int fewer = 0;
        for (int partition = 0; partition < placed.size(); partition++) {
            List<Integer> present = placed.get(partition);
            if (present.isEmpty() && wanted > cluster.brokers().size()) {
                continue;
            }
            boolean moves = partition < state.partitions().size()
                    && state.partitions().get(partition).moving();
            List<Integer> resized = present.size() == wanted ? present : placement.resize(present, wanted);
            if (resized.size() < wanted) {
                fewer++;
            }
            if (!resized.equals(present) || (moves && minimumRises)) {
                target.put(partition, resized);
                most = Math.max(most, present.size());
                // Of one that moves nobody knows how many are in sync.
                grows |= moves || resized.size() > present.size();
            }
        }
        if (fewer > 0) {
            tooFewBrokers(
                    topic,
                    fewer + " of " + placed.size() + " partitions cannot have " + replicas(wanted),
                    "they get as many as there are");
        }
        if (!target.isEmpty()) {
            draft.changes.add(new Change.MoveReplicas(
                    topic.name(),
                    most == 0 ? state.replicas() : most,
                    target.values().stream().mapToInt(List::size).max().orElse(wanted),
                    target,
                    "the file says " + topic.replicas() + " at " + topic.path()));
        } else if (state.partitions().stream().anyMatch(PartitionState::moving)) {
            draft.inform(
                    "replicas-moving",
                    topic.name(),
                    "its replicas are being moved to where they shall be",
                    "nothing to do; kafka-reassign-partitions --list shows how far it is",
                    topic.location());
        }
        return grows;
    }

    private void tooFewBrokers(Topic topic, String wish, String instead) {
        int brokers = cluster.brokers().size();
        String message = wish + ", the cluster has " + brokers + (brokers == 1 ? " broker" : " brokers");
        if (options.strictReplicas()) {
            draft.refuse(
                    "replicas-above-brokers",
                    topic.name(),
                    message,
                    "start more brokers, lower replicas in an environment, or leave out --strict-replicas",
                    topic.location());
        } else {
            draft.inform(
                    "replicas-above-brokers",
                    topic.name(),
                    message + ": " + instead,
                    "apply again when there are more brokers; --strict-replicas refuses instead",
                    topic.location());
        }
    }

    private static String replicas(int count) {
        return count + (count == 1 ? " replica" : " replicas");
    }
}
