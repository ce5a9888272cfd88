package org.openbankmark.topology.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that is being found out while its caller does something else. Safe for use by several threads. */
public final class Background<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Background() {}

    /** Begins at once, in a thread of its own that does not keep the process alive. */
    public static <T> Background<T> of(String name, Supplier<T> work) {
        Background<T> background = new Background<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        background.result.complete(work.get());
                    } catch (RuntimeException | Error failed) {
                        background.result.completeExceptionally(failed);
                    }
                },
                "sync-cli-" + name);
        thread.setDaemon(true);
        thread.start();
        return background;
    }

    /**
     * Waits for it; throws what it threw.
     *
     * @param what it is, for the message
     * @throws SyncException if it is not there by the deadline
     */
    public T get(Deadline deadline, String what) {
        try {
            return result.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new SyncException(
                    what + " did not come within the time limit of " + deadline.text()
                            + "; try again, or raise --timeout",
                    late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SyncException("interrupted", stopped);
        }
    }

    /** When it is there, if ever: without waiting for it. */
    public void whenThere(Consumer<T> then) {
        CompletableFuture<Void> unused = result.thenAccept(then);
    }
}
