package org.openbankmark.topology.sync.cli;

import org.jspecify.annotations.Nullable;

/** Options or settings are wrong. The message is one line for people. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
