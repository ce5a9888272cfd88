package org.openbankmark.topology.graphql.stream;

/** Why a subscription was ended from this side; its message is for the subscriber. */
public final class SubscriptionClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** The ways a subscription ends early. */
    public enum Reason {
        /** The subscriber's buffer was full: it does not take records as fast as they come. */
        TOO_SLOW,
        /** Records were passed over, so that this subscriber may have missed some. */
        MISSED_RECORDS,
        /** There are as many subscribers as may be. */
        TOO_MANY,
        /** The topic is read no more. */
        STOPPED
    }

    SubscriptionClosedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Which of them. */
    public Reason reason() {
        return reason;
    }
}
