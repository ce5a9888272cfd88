package org.openbankmark.topology.bench.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same divisions on all processors at once: how fast the machine is at the moment. A guest on a machine of many may get half of what it
 * had an hour before, which neither its load nor its own figures show.
 */
final class FixedWork {
    // Called so often that the JVM has compiled it for good long before the turns that count.
    private static final int DIVISIONS = 25_000;
    private static final int CALLS = 1_000;
    // A host that gives a burst at first has it behind it by the last ones.
    private static final int TURNS = 16;
    private static final int LAST = 5;

    private FixedWork() {}

    /** Milliseconds of one turn on the slowest processor: the median of its last ones. Takes a second or two. */
    static double millis() {
        Work[] work = new Work[Runtime.getRuntime().availableProcessors()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < work.length; i++) {
            work[i] = new Work();
            Thread thread = new Thread(work[i], "fixed-work-" + i);
            thread.start();
            threads.add(thread);
        }
        double slowest = 0;
        for (int i = 0; i < work.length; i++) {
            join(threads.get(i));
            slowest = Math.max(slowest, work[i].median());
        }
        return slowest;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Its fields are read once its thread has ended. */
    private static final class Work implements Runnable {
        private final double[] last = new double[LAST];
        private double sum;

        double median() {
            if (!(sum > 0)) {
                throw new IllegalStateException("nothing was worked out");
            }
            double[] sorted = last.clone();
            Arrays.sort(sorted);
            return sorted[LAST / 2];
        }

        private static double divided() {
            double parts = 0;
            for (int i = 1; i <= DIVISIONS; i++) {
                parts += 1.0 / i;
            }
            return parts;
        }

        @Override
        public void run() {
            for (int turn = 0; turn < TURNS; turn++) {
                long start = System.nanoTime();
                for (int call = 0; call < CALLS; call++) {
                    sum += divided();
                }
                last[turn % LAST] = (System.nanoTime() - start) / 1e6;
            }
        }
    }
}
