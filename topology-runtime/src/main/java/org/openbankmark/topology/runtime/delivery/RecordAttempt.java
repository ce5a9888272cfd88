package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.openbankmark.topology.runtime.consumer.Deletion;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.RecordHandler;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one record: decode, handle, and where that fails for good, the dead letter. Says what came of it; what
 * happened before stands in the {@link Claim}.
 *
 * @param <T> the record
 */
final class RecordAttempt<T> {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");

    private final RecordDecoder<T> decoder;
    private final RecordHandler<T> handler;
    private final Optional<Deletions> deletions;
    private final Optional<DeadLetters> deadLetters;
    private final RetryPolicy retry;
    private final Schedules schedules;
    private final Lifecycle lifecycle;
    private final Counters counters;

    RecordAttempt(DeliverySpec<T> spec, RecordHandler<T> handler, Lifecycle lifecycle, Counters counters) {
        this.decoder = spec.decoder();
        this.handler = handler;
        this.deletions = spec.deletions();
        this.deadLetters = spec.deadLetters();
        this.retry = spec.retry();
        this.schedules = spec.schedules();
        this.lifecycle = lifecycle;
        this.counters = counters;
    }

    Outcome attempt(ConsumerRecord<byte[], byte[]> raw, Claim claim) {
        Throwable givenUp = claim.givenUp();
        return givenUp == null ? decodeAndHandle(raw, claim) : deadLetter(raw, claim, givenUp);
    }

    private Outcome decodeAndHandle(ConsumerRecord<byte[], byte[]> raw, Claim claim) {
        forgetHandlersInterrupt();
        Handling handling;
        try {
            handling = decode(raw);
        } catch (UnreadableRecordException unreadable) {
            return deadLetter(raw, claim, unreadable);
        } catch (RuntimeException unavailable) {
            return lifecycle.abandoned()
                    ? Outcome.ABANDONED
                    : again(raw, claim, schedules.outage(), "cannot be decoded now", unavailable);
        }
        try {
            if (claim.failures() > 0) {
                counters.retried();
            }
            handling.handle();
            counters.handled(1);
            return Outcome.DONE;
        } catch (Throwable failure) {
            return afterFailure(raw, claim, failure);
        }
    }

    /** A flag that the handler left set is meant neither for the next record nor for the dead letter of this one. */
    private void forgetHandlersInterrupt() {
        if (!lifecycle.abandoned() && Thread.interrupted() && lifecycle.abandoned()) {
            Thread.currentThread().interrupt(); // it was close() that set it, just now
        }
    }

    /** A record or a deletion, together with who handles it. */
    @FunctionalInterface
    private interface Handling {
        void handle() throws Exception;
    }

    private Handling decode(ConsumerRecord<byte[], byte[]> raw) {
        if (raw.value() == null && deletions.isPresent()) {
            Deletion deletion = deletions.get().decoder().apply(raw);
            return () -> deletions.get().handler().handle(deletion);
        }
        Received<T> record = decoder.decode(raw);
        return () -> handler.handle(record);
    }

    private Outcome afterFailure(ConsumerRecord<byte[], byte[]> raw, Claim claim, Throwable failure) {
        if (lifecycle.abandoned()) {
            return Outcome.ABANDONED;
        }
        if (Failures.endsTheProcess(failure)) {
            return new Outcome.Stop(failure);
        }
        claim.failed();
        if (claim.failures() < retry.attempts() && retry.retryable().test(failure)) {
            String what = "failed in attempt " + claim.failures() + " of " + retry.attempts();
            return again(raw, claim, schedules.handler(), what, failure);
        }
        return deadLetter(raw, claim, failure);
    }

    private Outcome deadLetter(ConsumerRecord<byte[], byte[]> raw, Claim claim, Throwable reason) {
        if (deadLetters.isEmpty()) {
            return new Outcome.Stop(new UnhandledRecordException(raw, claim.failures(), reason));
        }
        claim.giveUp(reason);
        forgetHandlersInterrupt();
        DeadLetters letters = deadLetters.get();
        try {
            letters.write(raw, reason, claim.failures());
            counters.deadLettered();
            LOG.error(
                    "{} went to dead-letter topic {} after {} attempts",
                    Failures.place(raw),
                    letters.topic(),
                    claim.failures(),
                    reason);
            return Outcome.DONE;
        } catch (InterruptedException interrupted) {
            // By close(), or by what a handler left behind to interrupt its thread later; then the write is made again.
            return lifecycle.abandoned()
                    ? Outcome.ABANDONED
                    : again(
                            raw,
                            claim,
                            schedules.outage(),
                            "was interrupted on its way to the dead letters",
                            interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (lifecycle.abandoned()) {
                return Outcome.ABANDONED;
            }
            if (cause instanceof RetriableException) {
                return again(
                        raw,
                        claim,
                        schedules.outage(),
                        "cannot be written to dead-letter topic " + letters.topic(),
                        cause);
            }
            cause.addSuppressed(reason);
            return new Outcome.Stop(new DeadLetterException(raw, letters.topic(), cause));
        }
    }

    private Outcome again(
            ConsumerRecord<byte[], byte[]> raw, Claim claim, RetrySchedule schedule, String what, Throwable failure) {
        Duration delay = schedule.delay(claim.delayed());
        LOG.warn("{} {}, next attempt in {} ms: {}", Failures.place(raw), what, delay.toMillis(), failure.toString());
        return new Outcome.Again(delay);
    }
}
