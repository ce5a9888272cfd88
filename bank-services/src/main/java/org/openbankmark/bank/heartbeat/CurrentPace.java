package org.openbankmark.bank.heartbeat;

import java.util.function.UnaryOperator;

/** The pace as it is set now. Safe for use by several threads. */
final class CurrentPace {
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;

    private Pace pace;
    private boolean ended;

    CurrentPace(Pace pace) {
        this.pace = pace;
    }

    synchronized Pace get() {
        return pace;
    }

    /** Sets it to another; what the change throws leaves it as it was. */
    synchronized Pace change(UnaryOperator<Pace> change) {
        pace = change.apply(pace);
        notifyAll();
        return pace;
    }

    /** Lets nobody wait any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until a time of {@link System#nanoTime()}, or until the pace is another than this one. */
    synchronized void awaitDue(long due, Pace at) throws InterruptedException {
        long left = due - System.nanoTime();
        while (left > 0 && !ended && pace.equals(at)) {
            wait(left / NANOS_PER_MILLISECOND, (int) (left % NANOS_PER_MILLISECOND));
            left = due - System.nanoTime();
        }
    }
}
