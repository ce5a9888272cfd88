package org.openbankmark.topology.runtime.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of some topics without a group, from where they end at the start. Partitions that are added later
 * are noticed within seconds and read from their beginning. One thread.
 */
public final class ReplyReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final String name;
    private final Consumer<byte[], byte[]> kafka;
    private final Admin admin;
    private final List<String> topics;
    private final Duration lookEvery;
    private final PollFaults faults;
    private final ReplySink sink;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable Map<String, TopicDescription>> found = new AtomicReference<>();
    private volatile @Nullable Throwable fault;
    private long lookNanos = System.nanoTime();

    /**
     * @param kafka is closed with this
     * @param admin is not
     * @param lookEvery how often to look for partitions that were added
     * @param authorizationPatience how long refused credentials or permissions are tried again; without end if empty
     */
    public ReplyReader(
            String name,
            Consumer<byte[], byte[]> kafka,
            Admin admin,
            List<String> topics,
            Duration lookEvery,
            Optional<Duration> authorizationPatience,
            ReplySink sink) {
        this.name = name;
        this.kafka = kafka;
        this.admin = admin;
        this.topics = topics;
        this.lookEvery = lookEvery;
        this.faults = new PollFaults(name, authorizationPatience);
        this.sink = sink;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Fixes the positions, then reads. Whatever is written after this returned is seen.
     *
     * @throws KafkaException if the positions cannot be found within the limit
     */
    public void start(Duration limit) {
        Set<TopicPartition> all = new HashSet<>();
        for (String topic : topics) {
            for (PartitionInfo partition : kafka.partitionsFor(topic, limit)) {
                all.add(new TopicPartition(topic, partition.partition()));
            }
        }
        Map<TopicPartition, Long> ends = kafka.endOffsets(all, limit);
        kafka.assign(all);
        ends.forEach(kafka::seek);
        thread.start();
    }

    /** Why nothing is read now: the last attempt failed and there will be others, or it has stopped. Empty while it reads. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(fault);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                step();
            }
        } catch (Throwable failure) {
            LOG.error("{} stopped because of a fault", name, failure);
            fault = failure;
            sink.failed(failure);
        } finally {
            try {
                kafka.close(CloseOptions.timeout(CLOSE_LIMIT));
            } catch (KafkaException failure) {
                LOG.warn("{} could not be closed properly", name, failure);
            }
        }
    }

    private void step() throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : kafka.poll(POLL)) {
                sink.received(record);
            }
            sink.polled();
            lookForPartitions();
            faults.none();
            fault = null;
        } catch (WakeupException wakeup) {
            LOG.debug("{} was woken up", name);
        } catch (KafkaException failure) {
            fault = failure;
            if (closing.await(faults.waitAfter(failure).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} closes after a fault", name, failure);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer is waited for by later steps
    private void lookForPartitions() {
        Map<String, TopicDescription> topicsNow = found.getAndSet(null);
        if (topicsNow != null) {
            addPartitions(topicsNow);
        }
        if (System.nanoTime() - lookNanos > lookEvery.toNanos()) {
            lookNanos = System.nanoTime();
            admin.describeTopics(topics).allTopicNames().whenComplete((answer, failure) -> {
                if (failure == null) {
                    found.set(answer);
                } else {
                    LOG.debug("{} could not look for added partitions, and will again", name, failure);
                }
            });
        }
    }

    private void addPartitions(Map<String, TopicDescription> topicsNow) {
        Set<TopicPartition> assigned = kafka.assignment();
        List<TopicPartition> added = new ArrayList<>();
        topicsNow.forEach((topic, description) -> description.partitions().forEach(partition -> {
            TopicPartition candidate = new TopicPartition(topic, partition.partition());
            if (!assigned.contains(candidate)) {
                added.add(candidate);
            }
        }));
        if (!added.isEmpty()) {
            LOG.info("{} reads the added partitions {} as well", name, added);
            Set<TopicPartition> all = new HashSet<>(assigned);
            all.addAll(added);
            kafka.assign(all); // keeps the positions of those that were assigned before
            kafka.seekToBeginning(added);
        }
    }

    /** Stops. Idempotent. */
    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            kafka.close(CloseOptions.timeout(CLOSE_LIMIT));
            return;
        }
        kafka.wakeup();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
