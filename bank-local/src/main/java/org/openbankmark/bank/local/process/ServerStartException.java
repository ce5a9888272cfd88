package org.openbankmark.bank.local.process;

import org.jspecify.annotations.Nullable;

/** A local server could not be started. The message says which one, why, and what to do or where to look. */
public class ServerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with its message for people. */
    public ServerStartException(String message) {
        this(message, null);
    }

    /** An exception with what caused it. */
    public ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
