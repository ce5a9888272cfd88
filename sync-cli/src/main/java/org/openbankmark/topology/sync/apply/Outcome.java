package org.openbankmark.topology.sync.apply;

import org.openbankmark.topology.sync.plan.Change;

/**
 * What became of a change.
 *
 * @param message why, where it is not done; empty otherwise
 */
public record Outcome(Change change, Status status, String message) {

    /** How it ended. */
    public enum Status {
        DONE(true),
        /** It was so already when its turn came: done by someone else meanwhile. */
        ALREADY(true),
        /** Refused by a server. */
        FAILED(false),
        /** Needs another change that is not done. */
        SKIPPED(false),
        /** The time ran out before it could be done. */
        NOT_DONE(false),
        /** Was asked for, and no answer came in time, or it is still under way. */
        UNKNOWN(false);

        private final boolean good;

        Status(boolean good) {
            this.good = good;
        }

        /** Whether the change is in force. */
        public boolean good() {
            return good;
        }
    }
}
