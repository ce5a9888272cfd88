package org.openbankmark.topology.sync.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import org.openbankmark.topology.sync.cluster.Requests;
import org.openbankmark.topology.sync.cluster.TopicReader;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.state.TopicState;

/** Creates topics, many in a call and the calls after one another without waiting. */
final class TopicCreator implements Worker {
    /** A controller refuses a call that makes more than 10,000 records. */
    private static final int MOST_PARTITIONS = 2_000;

    private final Connection connection;

    TopicCreator(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Change.CreateTopic> topics = KafkaAnswers.as(Change.CreateTopic.class, changes);
        Map<String, KafkaFuture<Void>> answers = new HashMap<>();
        List<Change.CreateTopic> batch = new ArrayList<>();
        int partitions = 0;
        for (Change.CreateTopic topic : topics) {
            if (!batch.isEmpty() && partitions + topic.partitions() > MOST_PARTITIONS) {
                send(batch, answers);
                batch = new ArrayList<>();
                partitions = 0;
            }
            batch.add(topic);
            partitions += topic.partitions();
        }
        send(batch, answers);
        Map<String, Attempt> attempts = KafkaAnswers.all(
                topics,
                topic -> KafkaAnswers.of(
                        Objects.requireNonNull(answers.get(topic.topic())),
                        failed -> failed instanceof TopicExistsException ? existing(topic) : null));
        List<String> made = new ArrayList<>();
        List<TopicPartition> partitionsMade = new ArrayList<>();
        for (Change.CreateTopic topic : topics) {
            if (attempts.get(topic.id()) instanceof Attempt.Done) {
                made.add(topic.topic());
                partitionsMade.addAll(Leaders.partitions(topic.topic(), 0, topic.partitions()));
            }
        }
        Leaders leaders = new Leaders(connection, partitionsMade);
        Visible.await(() -> made.isEmpty() || (names().containsAll(made) && leaders.answer()));
        return attempts;
    }

    private Set<String> names() {
        return KafkaErrors.await(connection
                .admin()
                .listTopics(new ListTopicsOptions().timeoutMs(connection.callLimit()))
                .names());
    }

    private void send(List<Change.CreateTopic> batch, Map<String, KafkaFuture<Void>> answers) {
        answers.putAll(connection
                .admin()
                .createTopics(
                        batch.stream().map(Requests::topic).toList(),
                        new CreateTopicsOptions().timeoutMs(connection.callLimit()))
                .values());
    }

    /** Someone else made it, or an earlier attempt did whose answer was lost. */
    private Attempt existing(Change.CreateTopic wanted) {
        TopicState found;
        try {
            found = new TopicReader(connection).read(List.of(wanted.topic())).get(wanted.topic());
        } catch (KafkaException unreadable) {
            return KafkaAnswers.of(unreadable);
        }
        if (found == null) {
            return new Attempt.Again("the topic exists and cannot be described yet", true);
        }
        boolean same = found.partitions().size() == wanted.partitions()
                && found.replicas() == wanted.replicas()
                && found.config().keySet().equals(wanted.config().keySet());
        return same
                ? new Attempt.Done(true)
                : new Attempt.Failed("someone else created it meanwhile, otherwise: "
                        + found.partitions().size() + " partitions, " + found.replicas() + " replicas, config "
                        + found.config() + "; plan again");
    }
}
