package org.openbankmark.topology.generator.output;

import org.jspecify.annotations.Nullable;

/** Generated files cannot be written. The message says which, why, and what to do; nothing was changed unless it says so. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    public OutputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public OutputException(String message) {
        super(message, null);
    }
}
