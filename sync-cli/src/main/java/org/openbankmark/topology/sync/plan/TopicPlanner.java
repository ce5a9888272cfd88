package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.diff.KeyText;
import org.openbankmark.topology.model.diff.Repartitioning;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.TopicState;

/** One topic: that it is there, and its partitions. */
final class TopicPlanner {
    private final Topology topology;
    private final ClusterState cluster;
    private final PlanOptions options;
    private final Draft draft;

    TopicPlanner(Topology topology, ClusterState cluster, PlanOptions options, Draft draft) {
        this.topology = topology;
        this.cluster = cluster;
        this.options = options;
        this.draft = draft;
    }

    void plan(Topic topic) {
        TopicState state = cluster.topics().get(topic.name());
        ReplicaPlanner replicaPlanner = new ReplicaPlanner(cluster, options, draft);
        int replicas = replicaPlanner.possible(topic, state == null ? 0 : state.replicas());
        if (state == null) {
            draft.changes.add(new Change.CreateTopic(
                    topic.name(), topic.partitions(), replicas, topic.config(), "the file declares it"));
        } else {
            List<List<Integer>> placed = partitions(topic, state);
            boolean grows =
                    replicaPlanner.plan(topic, state, placed, replicas, ConfigPlanner.raisesMinimum(topic, state));
            new ConfigPlanner(draft).plan(topic, state, grows);
        }
    }

    /** The replicas of all partitions as they will be before any is moved; of one that the cluster will place, none. */
    private List<List<Integer>> partitions(Topic topic, TopicState state) {
        List<List<Integer>> placed = new ArrayList<>();
        state.partitions().forEach(partition -> placed.add(partition.replicas()));
        int from = placed.size();
        int to = topic.partitions();
        if (to < from) {
            draft.refuse(
                    "fewer-partitions",
                    topic.name(),
                    topic.name() + " has " + from + " partitions, the file says " + to
                            + ": Kafka cannot take partitions away without losing their records",
                    "set partitions: " + from + ", or move the records to a new topic",
                    topic.location());
        } else if (to > from) {
            addPartitions(topic, state, placed);
        }
        return placed;
    }

    private void addPartitions(Topic topic, TopicState state, List<List<Integer>> placed) {
        int from = placed.size();
        int to = topic.partitions();
        if (Repartitioning.concerns(topic)) {
            String message = moves(topic, from, to);
            if (!options.allowRepartition()) {
                draft.refuse(
                        "keys-move",
                        topic.name(),
                        message,
                        "keep partitions: " + from + ", use a new topic, or accept it with --allow-repartition",
                        topic.location());
                return;
            }
            draft.risk("keys-move", topic.name(), message, "let consumers catch up before you apply", topic.location());
        }
        List<List<Integer>> fresh = fresh(state, placed, to - from);
        placed.addAll(fresh.isEmpty() ? Collections.nCopies(to - from, List.of()) : fresh);
        draft.changes.add(
                new Change.AddPartitions(topic.name(), from, to, fresh, "the file says " + to + " at " + topic.path()));
    }

    /**
     * Brokers for new partitions, which must have as many as the first partition has; a change of replicas comes after. Empty
     * where the cluster has to choose: it takes brokers that are down too, and knows how many the first has amid a move.
     */
    private List<List<Integer>> fresh(TopicState state, List<List<Integer>> placed, int count) {
        PartitionState first = state.partitions().get(0);
        int like = first.replicas().size();
        if (first.moving() || like > cluster.brokers().size()) {
            return List.of();
        }
        ReplicaPlacement placement = new ReplicaPlacement(cluster.brokers(), placed);
        List<List<Integer>> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(placement.fresh(like));
        }
        return fresh;
    }

    private String moves(Topic topic, int from, int to) {
        List<String> readers = topology.services().stream()
                .filter(service -> service.consumes().contains(topic.name()))
                .map(Service::name)
                .toList();
        return "from " + from + " to " + to + " partitions, " + new Repartitioning(from, to).percentMoved()
                + "% of the keys (" + KeyText.of(topic.key()) + ") move to another partition: new records of such a key"
                + " can be read before its older ones"
                + (readers.isEmpty() ? "" : ", by " + String.join(", ", readers));
    }
}
