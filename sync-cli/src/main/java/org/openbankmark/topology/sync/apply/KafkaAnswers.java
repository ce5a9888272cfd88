package org.openbankmark.topology.sync.apply;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.sync.cluster.KafkaErrors;
import org.openbankmark.topology.sync.plan.Change;

/** The cluster's answers to changes as attempts. */
final class KafkaAnswers {

    private KafkaAnswers() {}

    /** What an answer is; {@code special} may know better what an error means, or give null. */
    static Attempt of(KafkaFuture<?> answer, Function<KafkaException, @Nullable Attempt> special) {
        try {
            KafkaErrors.await(answer);
            return new Attempt.Done(false);
        } catch (KafkaException failed) {
            Attempt meant = special.apply(failed);
            return meant != null ? meant : of(failed);
        }
    }

    /** What an error is. */
    static Attempt of(KafkaException failed) {
        return failed instanceof RetriableException
                ? new Attempt.Again("no answer from Kafka: " + KafkaErrors.text(failed), true)
                : new Attempt.Failed(KafkaErrors.text(failed));
    }

    /** By id: all answers. */
    static <C extends Change> Map<String, Attempt> all(List<C> changes, Function<C, Attempt> each) {
        Map<String, Attempt> attempts = new TreeMap<>();
        changes.forEach(change -> attempts.put(change.id(), each.apply(change)));
        return attempts;
    }

    /** The changes as what they are. */
    static <C extends Change> List<C> as(Class<C> kind, List<Change> changes) {
        return changes.stream().map(kind::cast).toList();
    }
}
