package org.openbankmark.topology.runtime.client;

import org.jspecify.annotations.Nullable;

/** A client could not start. The message says in one line what is missing, where, and how to mend it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Kafka's client could not be made of the settings; its own messages tell which, and hide passwords. */
    static StartException invalidSettings(String client, Throwable cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new StartException("the settings do not make a Kafka " + client + ": " + reason.getMessage(), cause);
    }
}
