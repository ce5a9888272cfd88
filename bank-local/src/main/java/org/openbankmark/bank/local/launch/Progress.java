package org.openbankmark.bank.local.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells, line by line, how far the bank is. Safe for use by several threads. */
final class Progress {
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** A sentence. */
    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Something is there. */
    void done(String what, String where, long sinceNanos) {
        say(String.format(Locale.ROOT, "  %-19s %-44s %5.1f s", what, where, seconds(sinceNanos)));
    }

    /** Since all began. */
    String sinceStart() {
        return String.format(Locale.ROOT, "%.1f s", seconds(start));
    }

    private static double seconds(long sinceNanos) {
        return Duration.ofMillis((System.nanoTime() - sinceNanos) / NANOS_PER_MILLISECOND)
                        .toMillis()
                / 1000.0;
    }
}
