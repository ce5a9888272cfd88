package org.openbankmark.topology.bench.clients;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time used so far, in nanoseconds: of each of this JVM's threads by its name, of its collector and compilers
 * together, and of the processes that it started, which is the broker.
 */
record ProcessorTimes(Map<String, Long> nanos) {
    static final String JVM = "collector and compilers";
    static final String BROKER = "broker";

    static ProcessorTimes now() {
        Map<String, Long> nanos = new LinkedHashMap<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long ofThreads = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            // Either may have ended since it was listed.
            long used = thread == null ? -1 : threads.getThreadCpuTime(thread.getThreadId());
            if (used > 0) {
                nanos.merge(thread.getThreadName(), used, Long::sum);
                ofThreads += used;
            }
        }
        nanos.put(JVM, ofThisProcess() - ofThreads);
        nanos.put(
                BROKER,
                ProcessHandle.current()
                        .children()
                        .mapToLong(child -> child.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum());
        return new ProcessorTimes(nanos);
    }

    /** What each used since then, for one of so many messages. */
    Map<String, Double> since(ProcessorTimes before, int messages) {
        Map<String, Double> used = new LinkedHashMap<>();
        nanos.forEach((name, now) -> used.put(name, (double) (now - before.nanos.getOrDefault(name, 0L)) / messages));
        return used;
    }

    private static long ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
