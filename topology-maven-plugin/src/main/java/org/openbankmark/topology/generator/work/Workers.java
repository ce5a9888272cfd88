package org.openbankmark.topology.generator.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/**
 * Does one thing to many items on all processors, the caller's thread among them. Its threads end when it is closed, and see the
 * classes that the thread sees which made it: a build has many class loaders. Used by one thread.
 */
public final class Workers implements AutoCloseable {
    private static final int MOST_THREADS = 8;

    private final int helpers;
    private final ExecutorService threads;

    /** What is done to an item; several threads do it at once, to different items. */
    @FunctionalInterface
    public interface Step<A, B> {
        B apply(A item) throws IOException;
    }

    /** A class, as a lambda would be linked first by each run, also by one that has nothing to do. */
    private record Helpers(ClassLoader classes) implements ThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "topology-generator");
            thread.setDaemon(true);
            thread.setContextClassLoader(classes);
            return thread;
        }
    }

    private Workers(int helpers) {
        this.helpers = helpers;
        this.threads = Executors.newFixedThreadPool(
                Math.max(1, helpers), new Helpers(Thread.currentThread().getContextClassLoader()));
    }

    /** One for each processor of this machine, within reason; no thread is started before there is work for it. */
    public static Workers ofThisMachine() {
        return new Workers(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) - 1);
    }

    /** Begins something that may go on while other work is done; nobody learns of its end. */
    public void inBackground(Runnable work) {
        if (helpers > 0) {
            threads.execute(work);
        }
    }

    /** Begins something whose result is wanted later. It must not use these workers itself. */
    public <A, B> Begun<B> begin(A item, Step<? super A, ? extends B> work) {
        FutureTask<B> task = new FutureTask<>(() -> work.apply(item));
        if (helpers > 0) {
            threads.execute(task);
        }
        return new Begun<>(task);
    }

    /**
     * The results in the order of the items.
     *
     * @throws IOException if a step throws one: that of the first such item, after all steps in progress have ended
     */
    public <A, B> List<B> map(List<A> items, Step<? super A, ? extends B> step) throws IOException {
        Run<A, B> run = new Run<>(items, step);
        List<Future<?>> others = new ArrayList<>();
        for (int i = 0; i < helpers && i < items.size() - 1; i++) {
            others.add(threads.submit(run));
        }
        run.run();
        for (Future<?> other : others) {
            await(other);
        }
        return run.results();
    }

    private static void await(Future<?> other) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    other.get();
                    return;
                } catch (InterruptedException e) {
                    // The others write files that this build must know of; they end soon, for no step waits.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IOException("a thread of the generator failed: " + e.getCause(), e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
