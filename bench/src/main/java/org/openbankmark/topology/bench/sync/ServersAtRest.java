package org.openbankmark.topology.bench.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The servers, which are processes of this one. What they still do for the measurement before, such as making the directories of a
 * thousand topics or compiling themselves, would else be counted with the next.
 */
final class ServersAtRest {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** Of one processor. */
    private static final double AT_REST = 0.1;

    private ServersAtRest() {}

    /**
     * Waits until they take less than a tenth of a processor for a second.
     *
     * @throws IOException if they do not within three minutes
     */
    static void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        Duration before = processorTime();
        while (true) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            Duration now = processorTime();
            if (now.minus(before).toNanos() < AT_REST * LOOK.toNanos()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IOException("the servers do not come to rest within " + LIMIT.toSeconds() + " s");
            }
            before = now;
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
