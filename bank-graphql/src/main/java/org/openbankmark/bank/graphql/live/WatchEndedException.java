package org.openbankmark.bank.graphql.live;

/** A subscription is ended from this side; the message is for the subscriber. */
public final class WatchEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The buffer was full. */
        TOO_SLOW,
        /** There are as many subscribers as may be. */
        TOO_MANY,
        /** The server stops. */
        UNAVAILABLE
    }

    WatchEndedException(Reason reason, String message) {
        // Thrown to thousands at once when a server stops: without a trace, which says nothing here.
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Which of them. */
    public Reason reason() {
        return reason;
    }
}
