package org.openbankmark.topology.sync.cli;

import org.openbankmark.topology.sync.apply.Progress;

/** One line on stderr that is written over, shown to people only and only when it takes long. */
final class TerminalProgress implements Progress {
    private static final long PATIENCE_NANOS = 1_500_000_000L;

    private final Surroundings surroundings;
    private final long start = System.nanoTime();
    private int shown;

    TerminalProgress(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public synchronized void at(String what) {
        if (!surroundings.terminal() || (shown == 0 && System.nanoTime() - start < PATIENCE_NANOS)) {
            return;
        }
        String blank = " ".repeat(Math.max(0, shown - what.length()));
        surroundings.err().print("\r" + what + blank + (what.isEmpty() ? "\r" : ""));
        surroundings.err().flush();
        shown = what.length();
    }
}
