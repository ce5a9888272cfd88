package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.diff.KeyText;
import org.openbankmark.topology.model.diff.Repartitioning;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.TopicState;

/** One topic: that it is there, its partitions and its replicas. */
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
        int replicas = replicas(topic, state == null ? 0 : state.replicas());
        if (state == null) {
            draft.changes.add(new Change.CreateTopic(
                    topic.name(), topic.partitions(), replicas, topic.config(), "the file declares it"));
        } else {
            List<List<Integer>> placed = partitions(topic, state);
            boolean grows = replicas(topic, state, placed, replicas);
            new ConfigPlanner(draft).plan(topic, state, grows);
        }
    }

    /** As many as the file wants, as far as there are brokers. A broker that is down never takes replicas away. */
    private int replicas(Topic topic, int present) {
        int brokers = cluster.brokers().size();
        if (topic.replicas() <= Math.max(brokers, present)) {
            return topic.replicas();
        }
        int possible = Math.max(present, brokers);
        String message = "the file wants " + topic.replicas() + " replicas, the cluster has " + brokers
                + (brokers == 1 ? " broker" : " brokers");
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
                    message + ": lowered to " + possible,
                    "apply again when there are more brokers; --strict-replicas refuses instead",
                    topic.location());
        }
        return possible;
    }

    /** The replicas of all partitions as they will be before any is moved. */
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
        // New partitions must have as many replicas as the first has; a change of replicas comes after.
        int like = Math.min(
                state.partitions().get(0).replicas().size(), cluster.brokers().size());
        ReplicaPlacement placement = new ReplicaPlacement(cluster.brokers(), placed);
        List<List<Integer>> fresh = new ArrayList<>();
        for (int i = from; i < to; i++) {
            fresh.add(placement.fresh(like));
        }
        placed.addAll(fresh);
        draft.changes.add(
                new Change.AddPartitions(topic.name(), from, to, fresh, "the file says " + to + " at " + topic.path()));
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

    /** Whether it gets more replicas than it has. */
    private boolean replicas(Topic topic, TopicState state, List<List<Integer>> placed, int wanted) {
        boolean right = placed.stream().allMatch(replicas -> replicas.size() == wanted);
        if (right) {
            if (state.partitions().stream().anyMatch(PartitionState::moving)) {
                draft.inform(
                        "replicas-moving",
                        topic.name(),
                        "its replicas are being moved to where they shall be",
                        "nothing to do; kafka-reassign-partitions --list shows how far it is",
                        topic.location());
            }
            return false;
        }
        ReplicaPlacement placement = new ReplicaPlacement(cluster.brokers(), placed);
        SortedMap<Integer, List<Integer>> target = new TreeMap<>();
        for (int partition = 0; partition < placed.size(); partition++) {
            if (placed.get(partition).size() != wanted) {
                target.put(partition, placement.resize(placed.get(partition), wanted));
            }
        }
        draft.changes.add(new Change.MoveReplicas(
                topic.name(),
                state.replicas(),
                wanted,
                target,
                "the file says " + topic.replicas() + " at " + topic.path()));
        return wanted > state.replicas();
    }
}
