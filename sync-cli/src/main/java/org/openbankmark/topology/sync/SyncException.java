package org.openbankmark.topology.sync;

import org.jspecify.annotations.Nullable;

/** A command cannot go on. The message is one line for people: what happened, and what to do. It contains no secret. */
public final class SyncException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SyncException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
