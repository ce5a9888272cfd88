package org.openbankmark.topology.generator.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** One pass over items: each thread that runs it takes the next item until there is none, or until one has failed. */
final class Run<A, B> implements Runnable {
    private final List<A> items;
    private final Workers.Step<? super A, ? extends B> step;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<@Nullable Object> outcomes;
    private volatile boolean failed;

    /** What stands in the place of a result. */
    private record Failure(Exception cause) {}

    Run(List<A> items, Workers.Step<? super A, ? extends B> step) {
        this.items = items;
        this.step = step;
        this.outcomes = new AtomicReferenceArray<>(items.size());
    }

    @Override
    public void run() {
        for (int i = next.getAndIncrement(); i < items.size() && !failed; i = next.getAndIncrement()) {
            try {
                outcomes.set(i, step.apply(items.get(i)));
            } catch (IOException | RuntimeException e) {
                outcomes.set(i, new Failure(e));
                failed = true;
            }
        }
    }

    /** In the order of the items, once all threads have ended. */
    @SuppressWarnings("unchecked")
    List<B> results() throws IOException {
        List<B> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object outcome = outcomes.get(i);
            if (outcome instanceof Failure failure) {
                if (failure.cause() instanceof RuntimeException e) {
                    throw e;
                }
                throw (IOException) failure.cause();
            }
            results.add((B) outcome);
        }
        return results;
    }
}
