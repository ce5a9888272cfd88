package org.openbankmark.topology.runtime.poll;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.delivery.Backlog;
import org.openbankmark.topology.runtime.delivery.Lifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The poll thread of a consumer. It polls all the time, whatever the handler does, so that the member stays in its group:
 * where there is no room for more records, or a partition is held back for another attempt, it polls with those paused.
 */
final class PollLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
    private static final Duration BRIEFLY = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LAG_EVERY = Duration.ofMillis(250);

    private final PollSpec spec;
    private final Consumer<byte[], byte[]> consumer;
    private final Backlog backlog;
    private final Lifecycle lifecycle;
    private final Thread handler;
    private final AssignedPartitions assigned;
    private final OffsetCommits commits;
    private final PollFaults faults;
    private final BrokerContact contact;
    private volatile OptionalLong lag = OptionalLong.empty();
    private long lagDueNanos = System.nanoTime();

    PollLoop(PollSpec spec, Consumer<byte[], byte[]> consumer, Backlog backlog, Lifecycle lifecycle, Thread handler) {
        this.spec = spec;
        this.consumer = consumer;
        this.backlog = backlog;
        this.lifecycle = lifecycle;
        this.handler = handler;
        this.assigned = new AssignedPartitions(consumer);
        this.commits = new OffsetCommits(consumer, spec.commitInterval());
        this.faults = new PollFaults(spec.name(), spec.authorizationPatience());
        this.contact = new BrokerContact(consumer.metrics(), spec.silence());
    }

    OptionalLong lag() {
        return lag;
    }

    @Override
    public void run() {
        try {
            handler.start();
            consumer.subscribe(
                    List.of(spec.topic()),
                    new Rebalances(
                            spec.name(), backlog, commits, lifecycle, spec.revokePatience(), spec.commitLimit()));
            while (!lifecycle.stopping()) {
                step();
            }
        } catch (Throwable failure) {
            lifecycle.fail(failure);
        } finally {
            leave();
        }
    }

    private void step() throws InterruptedException {
        try {
            boolean room = backlog.hasRoom() || backlog.awaitRoom(BRIEFLY);
            if (!lifecycle.stopping()) {
                assigned.pauseOnly(room ? backlog.heldBack() : consumer.assignment());
                commits.commitIfDue(backlog::positions);
                add(consumer.poll(room ? pollTime() : Duration.ZERO));
                faults.none();
                measureLag();
            }
        } catch (WakeupException wakeup) {
            LOG.debug("{} was woken up", spec.name());
        } catch (InterruptException interrupted) {
            throw interrupted;
        } catch (KafkaException failure) {
            Duration wait = faults.waitAfter(failure);
            lifecycle.connected(false);
            lifecycle.awaitStopping(wait);
            return;
        }
        lifecycle.connected(contact.connected());
    }

    private Duration pollTime() {
        return backlog.isEmpty() && !commits.behind(backlog.positions()) ? IDLE : BRIEFLY;
    }

    private void add(ConsumerRecords<byte[], byte[]> records) {
        Set<TopicPartition> ours = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> next = records.nextOffsets();
        Set<TopicPartition> read = new HashSet<>(next.keySet());
        read.addAll(records.partitions());
        for (TopicPartition partition : read) {
            if (ours.contains(partition)) {
                backlog.add(partition, records.records(partition), next.get(partition));
            }
        }
    }

    private void measureLag() {
        long now = System.nanoTime();
        if (now - lagDueNanos < 0 || lifecycle.state() == ConsumerState.STARTING) {
            return; // before the first assignment nothing is behind, which is not to be taken for all being read
        }
        lagDueNanos = now + LAG_EVERY.toNanos();
        OptionalLong unread = assigned.unread();
        if (unread.isPresent()) { // else not known yet: the last figure stands
            lag = OptionalLong.of(backlog.unhandled() + unread.getAsLong());
        }
    }

    /** Lets the handler finish, commits, leaves the group; within the time to close. Never throws. */
    private void leave() {
        try {
            lifecycle.requestClose(CLOSE_LIMIT); // no effect but where it stops by itself
            backlog.stop();
            awaitHandler();
            commitTheLast();
        } catch (Throwable failure) {
            lifecycle.fail(failure);
        }
        try {
            consumer.close(CloseOptions.timeout(lifecycle.timeToClose()));
        } catch (Throwable failure) {
            LOG.warn(
                    "{} could not leave its group properly; the group notices when the session ends",
                    spec.name(),
                    failure);
        }
        lifecycle
                .failure()
                .ifPresentOrElse(
                        failure -> LOG.error("{} stopped because of a fault", spec.name(), failure),
                        () -> LOG.info("{} is closed", spec.name()));
        lifecycle.ended();
    }

    private void commitTheLast() {
        while (!commits.commitNow(backlog.positions(), atMost(spec.commitLimit(), lifecycle.timeToClose()))
                && !lifecycle.timeToClose().isZero()) {
            pollPaused(BRIEFLY);
        }
    }

    /** Polls on while the handler finishes, so that its partitions stay ours until they are committed. */
    private void awaitHandler() throws InterruptedException {
        while (!backlog.awaitIdle(atMost(BRIEFLY, lifecycle.timeToHandle()))) {
            if (lifecycle.timeToHandle().isZero()) {
                lifecycle.abandon();
                handler.interrupt();
                LOG.warn(
                        "{} did not finish the record at hand in time; it was interrupted and comes again",
                        spec.name());
                return;
            }
            pollPaused(Duration.ZERO);
        }
    }

    /** For the sake of the group; what is read is never handed out. */
    private void pollPaused(Duration time) {
        try {
            assigned.pauseOnly(consumer.assignment());
            add(consumer.poll(time));
        } catch (KafkaException failure) {
            LOG.debug("{} could not poll while closing", spec.name(), failure);
        }
    }

    private static Duration atMost(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
