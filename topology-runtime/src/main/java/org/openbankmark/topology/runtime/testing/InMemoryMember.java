package org.openbankmark.topology.runtime.testing;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.delivery.Backlog;
import org.openbankmark.topology.runtime.delivery.ClaimSize;
import org.openbankmark.topology.runtime.delivery.Counters;
import org.openbankmark.topology.runtime.delivery.DeliverySpec;
import org.openbankmark.topology.runtime.delivery.HandlerLoop;
import org.openbankmark.topology.runtime.delivery.Lifecycle;
import org.openbankmark.topology.runtime.delivery.RunningConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One consumer of a group in memory: a thread that calls the handler, one that joins the group and leaves it in the end. */
final class InMemoryMember {
    private static final Logger LOG = LoggerFactory.getLogger(InMemoryMember.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
    private static final Duration BRIEFLY = Duration.ofMillis(20);

    private final String name;
    private final InMemoryGroup group;
    private final Backlog backlog;
    private final Lifecycle lifecycle;
    private final Counters counters = new Counters();
    private final Thread handler;
    private final Thread membership;
    private final Set<TopicPartition> partitions = ConcurrentHashMap.newKeySet();

    <T> InMemoryMember(ConsumerSpec<T> spec, DeliverySpec<T> delivery, InMemoryGroup group, int number) {
        this.name = spec.group() + "-" + spec.topic() + "-" + number;
        this.group = group;
        ClaimSize claims = spec.batchHandler().isPresent() ? ClaimSize.batches(spec.maxBatch()) : ClaimSize.runs();
        this.backlog = new Backlog(Integer.MAX_VALUE, Long.MAX_VALUE, claims);
        this.lifecycle = new Lifecycle(backlog::retrying);
        this.handler = new Thread(HandlerLoop.of(spec, delivery, backlog, lifecycle, counters), name + "-handler");
        this.membership = new Thread(this::awaitEnd, name + "-member");
        handler.setDaemon(true);
        membership.setDaemon(true);
    }

    ConsumerControl start() {
        handler.start();
        group.join(this);
        lifecycle.joined();
        membership.start();
        return new RunningConsumer(
                lifecycle,
                counters,
                () -> OptionalLong.of(backlog.unhandled()),
                backlog::stop,
                () -> Thread.currentThread() == handler || Thread.currentThread() == membership);
    }

    Backlog backlog() {
        return backlog;
    }

    /** Its partitions; changed by its group only. */
    Set<TopicPartition> partitions() {
        return partitions;
    }

    private void awaitEnd() {
        try {
            while (!lifecycle.stopping()) {
                lifecycle.awaitStopping(Duration.ofDays(1));
            }
            lifecycle.requestClose(CLOSE_LIMIT); // no effect but where it stops by itself
            backlog.stop();
            while (!backlog.awaitIdle(BRIEFLY)) {
                if (lifecycle.timeToHandle().isZero()) {
                    lifecycle.abandon();
                    handler.interrupt();
                    break;
                }
            }
        } catch (InterruptedException interrupted) {
            lifecycle.fail(interrupted);
        } finally {
            group.leave(this);
            lifecycle.failure().ifPresent(failure -> LOG.error("{} stopped because of a fault", name, failure));
            lifecycle.ended();
        }
    }
}
