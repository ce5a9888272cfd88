package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the records of a claim together. A batch that keeps failing is taken apart, and each of its records delivered by
 * itself with all its attempts; so is a record that cannot be decoded.
 *
 * @param <T> the record
 */
final class BatchDelivery<T> implements Delivery {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");

    private final Backlog backlog;
    private final Lifecycle lifecycle;
    private final BatchHandler<T> handler;
    private final RecordDecoder<T> decoder;
    private final RetryPolicy retry;
    private final Schedules schedules;
    private final Counters counters;
    private final SingleDelivery<T> singly;

    BatchDelivery(
            Backlog backlog, DeliverySpec<T> spec, BatchHandler<T> handler, Lifecycle lifecycle, Counters counters) {
        this.backlog = backlog;
        this.lifecycle = lifecycle;
        this.handler = handler;
        this.decoder = spec.decoder();
        this.retry = spec.retry();
        this.schedules = spec.schedules();
        this.counters = counters;
        this.singly = new SingleDelivery<>(
                backlog,
                lifecycle,
                new RecordAttempt<>(spec, record -> handler.handle(List.of(record)), lifecycle, counters));
    }

    @Override
    public void deliver(Claim claim) {
        if (claim.remaining() == 1) {
            singly.deliver(claim);
            return;
        }
        if (!lifecycle.abandoned()) {
            Thread.interrupted(); // a flag that the handler left set is not meant for the next batch
        }
        List<Received<T>> batch = new ArrayList<>(claim.remaining());
        Map<Slice, Integer> decoded = decode(claim, batch);
        if (batch.isEmpty()) {
            backlog.release(claim);
            return;
        }
        try {
            if (claim.failures() > 0) {
                counters.retried();
            }
            handler.handle(batch);
        } catch (Throwable failure) {
            afterFailure(claim, batch.size(), failure);
            return;
        }
        counters.handled(batch.size());
        decoded.forEach(Slice::advance);
        claim.progressed();
        backlog.release(claim);
    }

    /** Each partition's records up to the first that cannot be decoded; where that is the first, the partition leaves the batch. */
    private Map<Slice, Integer> decode(Claim claim, List<Received<T>> batch) {
        Map<Slice, Integer> counts = new LinkedHashMap<>();
        for (Slice slice : List.copyOf(claim.slices())) {
            int before = batch.size();
            for (ConsumerRecord<byte[], byte[]> raw : slice.rest()) {
                try {
                    batch.add(decoder.decode(raw));
                } catch (RuntimeException failure) {
                    // Said and dealt with when the record comes by itself.
                    LOG.debug("{} ends its batch: {}", Failures.place(raw), failure.toString());
                    break;
                }
            }
            if (batch.size() == before) {
                backlog.releaseHeadSingly(claim, slice);
            } else {
                counts.put(slice, batch.size() - before);
            }
        }
        return counts;
    }

    private void afterFailure(Claim claim, int records, Throwable failure) {
        if (lifecycle.abandoned()) {
            backlog.release(claim);
            return;
        }
        if (Failures.endsTheProcess(failure)) {
            lifecycle.fail(failure);
            backlog.stop();
            backlog.release(claim);
            return;
        }
        claim.failed();
        if (claim.failures() < retry.attempts() && retry.retryable().test(failure)) {
            Duration delay = schedules.handler().delay(claim.delayed());
            LOG.warn(
                    "batch of {} records failed in attempt {} of {}, next attempt in {} ms: {}",
                    records,
                    claim.failures(),
                    retry.attempts(),
                    delay.toMillis(),
                    failure.toString());
            backlog.hold(claim, delay);
        } else {
            LOG.warn(
                    "batch of {} records failed in {} attempts; its records are now handled one by one: {}",
                    records,
                    claim.failures(),
                    failure.toString());
            backlog.releaseSingly(claim);
        }
    }
}
