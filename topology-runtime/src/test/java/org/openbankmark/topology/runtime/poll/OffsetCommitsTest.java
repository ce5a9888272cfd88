package org.openbankmark.topology.runtime.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.junit.jupiter.api.Test;

class OffsetCommitsTest {
    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final Map<TopicPartition, OffsetAndMetadata> FIVE = Map.of(ZERO, new OffsetAndMetadata(5));

    @Test
    void aCommitThatIsRefusedBeforeItIsUnderWayIsMadeAgain() {
        RefusingOnce consumer = new RefusingOnce();
        OffsetCommits commits = new OffsetCommits(consumer, Duration.ZERO);

        assertThatThrownBy(() -> commits.commitIfDue(() -> FIVE)).isInstanceOf(GroupAuthorizationException.class);
        commits.commitIfDue(() -> FIVE);

        assertThat(consumer.committed(Set.of(ZERO))).isEqualTo(FIVE);
        assertThat(commits.behind(FIVE)).isFalse();
    }

    /** A real client refuses so while its coordinator is unknown, and for the moment that its permission is missing. */
    private static final class RefusingOnce extends MockConsumer<byte[], byte[]> {
        private boolean refused;

        RefusingOnce() {
            super("earliest");
            subscribe(List.of("t"));
            rebalance(List.of(ZERO));
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            if (!refused) {
                refused = true;
                throw GroupAuthorizationException.forGroupId("g");
            }
            super.commitAsync(offsets, callback);
        }
    }
}
