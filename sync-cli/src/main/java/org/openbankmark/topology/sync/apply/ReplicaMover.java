package org.openbankmark.topology.sync.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.ListPartitionReassignmentsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.openbankmark.topology.sync.cluster.BatchedRequests;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import org.openbankmark.topology.sync.cluster.TopicReader;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.state.TopicState;

/** Moves replicas: asks for it once, then looks how far it is. A reassignment goes on in the cluster whatever becomes of this. */
final class ReplicaMover implements Worker {
    private final Connection connection;
    private final Progress progress;
    private final Set<String> asked = new HashSet<>();

    ReplicaMover(Connection connection, Progress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Change.MoveReplicas> moves = KafkaAnswers.as(Change.MoveReplicas.class, changes);
        Map<String, Attempt> attempts = new TreeMap<>(
                ask(moves.stream().filter(move -> !asked.contains(move.id())).toList()));
        List<Change.MoveReplicas> underWay = moves.stream()
                .filter(move -> !(attempts.get(move.id()) instanceof Attempt.Failed)
                        && !(attempts.get(move.id()) instanceof Attempt.Again))
                .toList();
        attempts.putAll(look(underWay));
        return attempts;
    }

    private Map<String, Attempt> ask(List<Change.MoveReplicas> moves) {
        Map<TopicPartition, KafkaFuture<Void>> answers = new BatchedRequests(connection, false).move(moves);
        return KafkaAnswers.all(moves, move -> {
            Attempt worst = new Attempt.Done(false);
            for (int partition : move.partitions().keySet()) {
                KafkaFuture<Void> answer = answers.get(new TopicPartition(move.topic(), partition));
                Attempt attempt = answer == null
                        ? new Attempt.Failed("Kafka did not answer for partition " + partition)
                        : KafkaAnswers.of(answer, failed -> null);
                if (!(attempt instanceof Attempt.Done) && !(worst instanceof Attempt.Failed)) {
                    worst = attempt;
                }
            }
            if (worst instanceof Attempt.Done) {
                asked.add(move.id());
            }
            return worst;
        });
    }

    private Map<String, Attempt> look(List<Change.MoveReplicas> moves) {
        if (moves.isEmpty()) {
            return Map.of();
        }
        try {
            Set<TopicPartition> moving = KafkaErrors.await(connection
                            .admin()
                            .listPartitionReassignments(
                                    new ListPartitionReassignmentsOptions().timeoutMs(connection.callLimit()))
                            .reassignments())
                    .keySet();
            Map<String, TopicState> topics = new TopicReader(connection)
                    .read(moves.stream().map(Change.MoveReplicas::topic).toList());
            return KafkaAnswers.all(moves, move -> look(move, moving, topics));
        } catch (KafkaException unreadable) {
            Attempt attempt = KafkaAnswers.of(unreadable);
            return KafkaAnswers.all(moves, move -> attempt);
        }
    }

    private Attempt look(Change.MoveReplicas move, Set<TopicPartition> moving, Map<String, TopicState> topics) {
        int all = move.partitions().size();
        long left = move.partitions().keySet().stream()
                .filter(partition -> moving.contains(new TopicPartition(move.topic(), partition)))
                .count();
        if (left > 0) {
            String where = "replicas of " + move.topic() + ": " + (all - left) + " of " + all + " partitions moved";
            progress.at(where);
            return new Attempt.Again(where + "; the cluster goes on with it, plan again to see how far it is", true);
        }
        TopicState topic = topics.get(move.topic());
        boolean right = topic != null
                && move.partitions().entrySet().stream()
                        .allMatch(entry -> entry.getKey() < topic.partitions().size()
                                && new HashSet<>(topic.partitions()
                                                .get(entry.getKey())
                                                .replicas())
                                        .equals(new HashSet<>(entry.getValue())));
        return right
                ? new Attempt.Done(false)
                : new Attempt.Again("the move of its replicas is not to be seen yet", true);
    }
}
