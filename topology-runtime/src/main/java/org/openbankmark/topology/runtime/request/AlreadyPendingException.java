package org.openbankmark.topology.runtime.request;

/** A command was not sent, as one with the same key waits for its reply, from which a second could not be told. */
public final class AlreadyPendingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** With what waits. */
    public AlreadyPendingException(String message) {
        super(message);
    }
}
