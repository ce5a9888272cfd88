package org.openbankmark.topology.runtime.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignedPartitionsTest {
    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final TopicPartition ONE = new TopicPartition("t", 1);

    private final Losing consumer = new Losing();
    private final AssignedPartitions assigned = new AssignedPartitions(consumer);

    @Test
    void theWantedArePausedAndAllOthersAreNot() {
        assigned.pauseOnly(Set.of(ZERO));
        assertThat(consumer.paused()).containsExactly(ZERO);
        assigned.pauseOnly(Set.of(ONE));
        assertThat(consumer.paused()).containsExactly(ONE);
        assigned.pauseOnly(Set.of());
        assertThat(consumer.paused()).isEmpty();
        assertThat(assigned.unread()).hasValue(20);
    }

    @Test
    void onePartitionThatLeavesInTheMiddleDoesNotKeepOthersFromBeingPaused() {
        consumer.loses = true;
        assigned.pauseOnly(Set.of(ZERO, ONE));
        assertThat(consumer.paused()).containsExactly(ZERO);
    }

    @Test
    void norFromBeingResumed() {
        assigned.pauseOnly(Set.of(ZERO, ONE));
        consumer.loses = true;
        assigned.pauseOnly(Set.of());
        assertThat(consumer.paused()).doesNotContain(ZERO);
        assigned.pauseOnly(Set.of()); // the mock still says of the one that left that it is paused
    }

    @Test
    void whileOneLeavesItIsNotKnownWhatIsUnread() {
        consumer.loses = true;
        assertThat(assigned.unread()).isEmpty();
        assertThat(assigned.unread()).hasValue(10);
    }

    @Test
    void aFaultThatIsNoLeavingIsAFault() {
        consumer.broken = true;
        assertThatThrownBy(() -> assigned.pauseOnly(Set.of(ZERO))).hasMessageContaining("broken");
        assertThatThrownBy(assigned::unread).hasMessageContaining("broken");
    }

    /** Loses a partition between two calls, as the client of group.protocol=consumer may, and wraps what is thrown as it does. */
    private static final class Losing extends MockConsumer<byte[], byte[]> {
        private boolean loses;
        private boolean broken;

        Losing() {
            super("earliest");
            subscribe(List.of("t"));
            rebalance(List.of(ZERO, ONE));
            updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
            updateEndOffsets(Map.of(ZERO, 10L, ONE, 10L));
        }

        private void otherThread(Runnable call) {
            if (loses) {
                rebalance(List.of(ZERO));
                loses = false;
            }
            try {
                if (broken) {
                    throw new IllegalStateException("broken");
                }
                call.run();
            } catch (IllegalStateException failure) {
                throw new KafkaException(failure);
            }
        }

        @Override
        public synchronized void pause(Collection<TopicPartition> partitions) {
            otherThread(() -> super.pause(partitions));
        }

        @Override
        public synchronized void resume(Collection<TopicPartition> partitions) {
            otherThread(() -> super.resume(partitions));
        }

        @Override
        public synchronized OptionalLong currentLag(TopicPartition partition) {
            otherThread(() -> {
                if (!assignment().contains(partition)) {
                    throw new IllegalStateException("No current assignment for partition " + partition);
                }
            });
            return super.currentLag(partition);
        }
    }
}
