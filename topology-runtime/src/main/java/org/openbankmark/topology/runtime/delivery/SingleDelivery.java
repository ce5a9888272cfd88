package org.openbankmark.topology.runtime.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the records of a claim one after the other.
 *
 * @param <T> the record
 */
final class SingleDelivery<T> implements Delivery {
    private final Backlog backlog;
    private final Lifecycle lifecycle;
    private final RecordAttempt<T> attempts;

    SingleDelivery(Backlog backlog, Lifecycle lifecycle, RecordAttempt<T> attempts) {
        this.backlog = backlog;
        this.lifecycle = lifecycle;
        this.attempts = attempts;
    }

    @Override
    public void deliver(Claim claim) {
        for (Slice slice : claim.slices()) {
            for (ConsumerRecord<byte[], byte[]> raw = next(slice); raw != null; raw = next(slice)) {
                Outcome outcome = attempts.attempt(raw, claim);
                if (outcome instanceof Outcome.Done) {
                    slice.advance();
                    claim.progressed();
                } else if (outcome instanceof Outcome.Again again) {
                    backlog.hold(claim, again.delay());
                    return;
                } else {
                    if (outcome instanceof Outcome.Stop stop) {
                        lifecycle.fail(stop.failure());
                        backlog.stop();
                    }
                    backlog.release(claim);
                    return;
                }
            }
        }
        backlog.release(claim);
    }

    private @Nullable ConsumerRecord<byte[], byte[]> next(Slice slice) {
        return backlog.stopped() ? null : slice.head();
    }
}
