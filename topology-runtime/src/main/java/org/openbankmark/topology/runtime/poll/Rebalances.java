package org.openbankmark.topology.runtime.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.openbankmark.topology.runtime.delivery.Backlog;
import org.openbankmark.topology.runtime.delivery.Lifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions come and go. One that goes is handed out no more, what the handler has of it is waited for, and what is done
 * is committed before the next owner starts. Called by Kafka on the poll thread.
 */
final class Rebalances implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");

    private final String name;
    private final Backlog backlog;
    private final OffsetCommits commits;
    private final Lifecycle lifecycle;
    private final Duration patience;
    private final Duration commitLimit;

    /**
     * @param patience how long to wait for the handler
     * @param commitLimit how long to wait for a commit
     */
    Rebalances(
            String name,
            Backlog backlog,
            OffsetCommits commits,
            Lifecycle lifecycle,
            Duration patience,
            Duration commitLimit) {
        this.name = name;
        this.backlog = backlog;
        this.commits = commits;
        this.lifecycle = lifecycle;
        this.patience = patience;
        this.commitLimit = commitLimit;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.info("{} was assigned {}", name, partitions);
        lifecycle.joined();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        LOG.info("{} gives back {}", name, partitions);
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            Map<TopicPartition, OffsetAndMetadata> handled = backlog.revoke(partitions, () -> handlerTime(deadline));
            commits.commitNow(handled, commitLimit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            backlog.drop(partitions);
        }
        commits.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        LOG.warn(
                "{} lost {}: another member may have them already; what was not committed comes again",
                name,
                partitions);
        backlog.drop(partitions);
        commits.forget(partitions);
    }

    /** Asked anew while waiting, because a close in the middle of it leaves the handler less time. */
    private Duration handlerTime(long deadlineNanos) {
        Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
        return lifecycle.stopping() ? atMost(left, lifecycle.timeToHandle()) : left;
    }

    private static Duration atMost(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
