package org.openbankmark.bank.operations;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RetriableException;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;

/** How the services' consumers deal with failures. */
public final class Retries {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Retries() {}

    /**
     * A record waits as long as the brokers are away, since that is not its fault; whatever else goes wrong with it does so
     * again, and it becomes a dead letter.
     */
    public static RetryPolicy whileBrokersAreAway() {
        return RetryPolicy.exponential(Integer.MAX_VALUE, FIRST, LONGEST).only(Retries::isOutage);
    }

    /**
     * Waits until all was sent.
     *
     * @throws Exception what the first failure was
     */
    public static void await(Iterable<? extends CompletableFuture<?>> sends) throws Exception {
        Exception first = null;
        for (CompletableFuture<?> send : sends) {
            try {
                send.get();
            } catch (ExecutionException failed) {
                if (first == null) {
                    first = failed.getCause() instanceof Exception cause ? cause : failed;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
