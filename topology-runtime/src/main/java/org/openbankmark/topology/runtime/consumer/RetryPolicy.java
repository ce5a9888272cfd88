package org.openbankmark.topology.runtime.consumer;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * When a record that failed is tried again.
 *
 * @param attempts in all, the first included; from 1
 * @param initialDelay before the second attempt; doubles from there
 * @param maxDelay the longest wait between two attempts
 * @param retryable which exceptions are worth another attempt
 */
public record RetryPolicy(int attempts, Duration initialDelay, Duration maxDelay, Predicate<Throwable> retryable) {

    /** @throws IllegalArgumentException if there is to be no attempt, or a delay is below zero */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts count the first, so there is at least 1, not " + attempts);
        }
        if (initialDelay.isNegative() || maxDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "a delay cannot be below zero: first " + initialDelay + ", longest " + maxDelay);
        }
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, failure -> false);
    }

    /** Attempts with doubling delays, whatever the exception. */
    public static RetryPolicy exponential(int attempts, Duration initialDelay, Duration maxDelay) {
        return new RetryPolicy(attempts, initialDelay, maxDelay, failure -> true);
    }

    /** The same, only for exceptions that the predicate takes. */
    public RetryPolicy only(Predicate<Throwable> retryableFailures) {
        return new RetryPolicy(attempts, initialDelay, maxDelay, retryableFailures);
    }
}
