package org.openbankmark.bank.handler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** What the handlers of a test say, and waiting for what they do. */
record HandlerLog(Path file) {
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(90);
    private static final int LINES = 60;

    /**
     * Waits until so many were counted.
     *
     * @throws AssertionError with the end of the log, when the count stays the same for too long
     */
    void untilAtLeast(long expected, String what, Callable<? extends Number> counted) throws Exception {
        long deadline = System.nanoTime() + WITHOUT_PROGRESS.toNanos();
        long last = -1;
        while (true) {
            long now = counted.call().longValue();
            if (now >= expected) {
                return;
            }
            if (now != last) {
                last = now;
                deadline = System.nanoTime() + WITHOUT_PROGRESS.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "no more than " + now + " of " + expected + " " + what + "\n" + String.join("\n", end()));
            }
            Thread.sleep(20);
        }
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    private List<String> end() throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
