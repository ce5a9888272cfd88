package org.openbankmark.topology.sync.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Plan;

/** Asks the broker itself what it says to a plan, with Kafka's {@code validateOnly}: nothing is changed by it. */
public final class BrokerChecks {
    private final Connection connection;

    public BrokerChecks(Connection connection) {
        this.connection = connection;
    }

    /**
     * By a change's id: why the broker would refuse it.
     *
     * @throws org.openbankmark.topology.sync.SyncException if it does not answer
     */
    public Map<String, String> rejections(Plan plan) {
        return rejections(plan, late -> {
            throw KafkaErrors.toRead("its opinion of the plan", late);
        });
    }

    /** The same as far as it answers: what it may refuse besides shows when it is done. */
    public Map<String, String> knownRejections(Plan plan) {
        return rejections(plan, late -> {});
    }

    private Map<String, String> rejections(Plan plan, Consumer<KafkaException> unanswered) {
        Map<String, KafkaFuture<Void>> answers = new TreeMap<>();
        BatchedRequests requests = new BatchedRequests(connection, true);
        answer(of(plan, Change.CreateTopic.class), requests::create, answers);
        // One call may name a topic once, so the edits that come after replicas are asked in calls of their own.
        answer(alters(plan, false), requests::alter, answers);
        answer(alters(plan, true), requests::alter, answers);
        answer(of(plan, Change.AddPartitions.class), requests::add, answers);
        Map<String, String> rejections = new TreeMap<>();
        answers.forEach((id, answer) -> {
            try {
                KafkaErrors.await(answer);
            } catch (KafkaException failed) {
                // As apply takes it: no answer to this change, and nothing said against it.
                if (failed instanceof RetriableException) {
                    unanswered.accept(failed);
                } else {
                    rejections.put(id, KafkaErrors.text(failed));
                }
            }
        });
        return rejections;
    }

    private static <C extends Change> List<C> of(Plan plan, Class<C> kind) {
        return plan.changes().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Change.AlterConfig> alters(Plan plan, boolean afterReplicas) {
        return of(plan, Change.AlterConfig.class).stream()
                .filter(change -> change.afterReplicas() == afterReplicas)
                .toList();
    }

    private static <C extends Change> void answer(
            List<C> changes,
            Function<List<C>, Map<String, KafkaFuture<Void>>> ask,
            Map<String, KafkaFuture<Void>> answers) {
        Map<String, KafkaFuture<Void>> byTopic = ask.apply(changes);
        changes.forEach(change -> answers.put(change.id(), byTopic.get(change.resource())));
    }
}
