package org.openbankmark.topology.sync.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.openbankmark.topology.sync.Deadline;

/** Does several things at once, in threads that end with the process. Close lets go of them. */
public final class Parallel implements AutoCloseable {
    private final ExecutorService threads;

    /**
     * @param width how many at once
     */
    public Parallel(int width) {
        this.threads = Executors.newFixedThreadPool(width, task -> {
            Thread thread = new Thread(task, "sync-cli-registry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The results in the order of the inputs.
     *
     * @throws RuntimeException the first one that a call threw; calls that have not begun are left out then
     */
    public <A, B> List<B> map(List<A> inputs, Function<A, B> function) {
        return map(inputs, function, (input, future) -> future.get());
    }

    /** As {@link #map(List, Function)}, and what has no result when the time is over gets the one of {@code late}. */
    public <A, B> List<B> map(List<A> inputs, Function<A, B> function, Deadline deadline, Function<A, B> late) {
        return map(inputs, function, (input, future) -> {
            try {
                return future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException over) {
                return late.apply(input);
            }
        });
    }

    private interface Wait<A, B> {
        B forResult(A input, Future<B> future) throws ExecutionException, InterruptedException;
    }

    private <A, B> List<B> map(List<A> inputs, Function<A, B> function, Wait<A, B> wait) {
        List<Future<B>> futures = new ArrayList<>();
        inputs.forEach(input -> futures.add(threads.submit(() -> function.apply(input))));
        List<B> results = new ArrayList<>();
        try {
            for (int i = 0; i < futures.size(); i++) {
                results.add(wait.forResult(inputs.get(i), futures.get(i)));
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
