package org.openbankmark.topology.runtime.delivery;

import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.RecordHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the handler's thread does: the only thread of a consumer that calls its handler. */
public final class HandlerLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");

    private final Backlog backlog;
    private final Lifecycle lifecycle;
    private final Delivery delivery;

    private HandlerLoop(Backlog backlog, Lifecycle lifecycle, Delivery delivery) {
        this.backlog = backlog;
        this.lifecycle = lifecycle;
        this.delivery = delivery;
    }

    /** For a consumer's handler, of single records or of batches. */
    public static <T> HandlerLoop of(
            ConsumerSpec<T> consumer, DeliverySpec<T> spec, Backlog backlog, Lifecycle lifecycle, Counters counters) {
        @Nullable BatchHandler<T> batches = consumer.batchHandler().orElse(null);
        if (batches != null) {
            return new HandlerLoop(
                    backlog, lifecycle, new BatchDelivery<>(backlog, spec, batches, lifecycle, counters));
        }
        RecordHandler<T> records = consumer.handler().orElseThrow();
        RecordAttempt<T> attempts = new RecordAttempt<>(spec, records, lifecycle, counters);
        return new HandlerLoop(backlog, lifecycle, new SingleDelivery<>(backlog, lifecycle, attempts));
    }

    /** Delivers until the backlog is stopped. */
    @Override
    public void run() {
        while (!backlog.stopped()) {
            Claim claim = null;
            try {
                claim = backlog.take();
                if (claim != null) {
                    delivery.deliver(claim);
                }
            } catch (InterruptedException interrupted) {
                // On purpose only after the backlog was stopped, which ends the loop; else a handler left the flag set.
                LOG.debug("interrupted while waiting for records", interrupted);
            } catch (Throwable failure) {
                lifecycle.fail(failure);
                backlog.stop();
                if (claim != null) {
                    backlog.release(claim);
                }
            }
        }
    }
}
