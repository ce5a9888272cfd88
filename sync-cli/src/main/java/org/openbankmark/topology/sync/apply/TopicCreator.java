package org.openbankmark.topology.sync.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.openbankmark.topology.sync.cluster.BatchedRequests;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import org.openbankmark.topology.sync.cluster.TopicReader;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.ConfigValue;
import org.openbankmark.topology.sync.state.TopicState;

/** Creates topics. */
final class TopicCreator implements Worker {
    private final Connection connection;

    TopicCreator(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Change.CreateTopic> topics = KafkaAnswers.as(Change.CreateTopic.class, changes);
        Map<String, KafkaFuture<Void>> answers = new BatchedRequests(connection, false).create(topics);
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
                && sameConfig(found.config(), wanted.config());
        return same
                ? new Attempt.Done(true)
                : new Attempt.Failed("someone else created it meanwhile, otherwise: "
                        + found.partitions().size() + " partitions, " + found.replicas() + " replicas, config "
                        + found.config() + "; plan again");
    }

    private static boolean sameConfig(SortedMap<String, String> found, SortedMap<String, String> wanted) {
        return found.keySet().equals(wanted.keySet())
                && found.entrySet().stream()
                        .allMatch(setting -> ConfigValue.same(
                                setting.getValue(), Objects.requireNonNull(wanted.get(setting.getKey()))));
    }
}
