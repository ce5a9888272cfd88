package org.openbankmark.topology.runtime.poll;

import org.apache.kafka.clients.consumer.Consumer;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.delivery.Backlog;
import org.openbankmark.topology.runtime.delivery.ClaimSize;
import org.openbankmark.topology.runtime.delivery.Counters;
import org.openbankmark.topology.runtime.delivery.DeliverySpec;
import org.openbankmark.topology.runtime.delivery.HandlerLoop;
import org.openbankmark.topology.runtime.delivery.Lifecycle;
import org.openbankmark.topology.runtime.delivery.RunningConsumer;

/** Starts a consumer over Kafka: one thread that polls, one that calls the handler. */
public final class KafkaConsumption {
    /** Beside the records of one poll; more would only be memory. */
    private static final long MAX_BYTES = 16L << 20;

    private KafkaConsumption() {}

    /**
     * Starts.
     *
     * @param kafka is closed when the consumer stops
     * @param maxRecords records that wait before reading pauses
     */
    public static <T> RunningConsumer start(
            PollSpec poll,
            ConsumerSpec<T> consumer,
            DeliverySpec<T> delivery,
            Consumer<byte[], byte[]> kafka,
            int maxRecords) {
        ClaimSize claims =
                consumer.batchHandler().isPresent() ? ClaimSize.batches(consumer.maxBatch()) : ClaimSize.runs();
        Backlog backlog = new Backlog(maxRecords, MAX_BYTES, claims);
        Lifecycle lifecycle = new Lifecycle(backlog::retrying);
        Counters counters = new Counters();
        Thread handler =
                new Thread(HandlerLoop.of(consumer, delivery, backlog, lifecycle, counters), poll.name() + "-handler");
        // A handler that never returns must not keep a closed process alive; the poll thread keeps an open one.
        handler.setDaemon(true);
        PollLoop loop = new PollLoop(poll, kafka, backlog, lifecycle, handler);
        Thread poller = new Thread(loop, poll.name() + "-poll");
        poller.setDaemon(false);
        poller.start();
        return new RunningConsumer(
                lifecycle,
                counters,
                loop::lag,
                () -> {
                    backlog.stop(); // at once: the poll thread may take a moment to notice
                    kafka.wakeup();
                },
                () -> {
                    Thread current = Thread.currentThread();
                    return current == handler || current == poller;
                });
    }
}
