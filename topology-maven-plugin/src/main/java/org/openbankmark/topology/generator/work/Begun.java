package org.openbankmark.topology.generator.work;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A result that another thread works out meanwhile, if there is one; otherwise whoever asks for it. */
public final class Begun<B> {
    private final FutureTask<B> task;

    Begun(FutureTask<B> task) {
        this.task = task;
    }

    /**
     * The result, as soon as it is there.
     *
     * @throws IOException if the work throws one
     */
    public B get() throws IOException {
        // Does nothing where another thread has begun it.
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // It ends soon, for no work waits; whoever asks is told of the interrupt behind it.
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException unchecked) {
                        throw unchecked;
                    }
                    throw e.getCause() instanceof IOException cause
                            ? cause
                            : new IOException("a thread of the generator failed: " + e.getCause(), e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
