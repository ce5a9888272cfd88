package org.openbankmark.bank.local.launch;

import org.jspecify.annotations.Nullable;

/** Something cannot be done. The message is for people: what, why, and what to do about it. */
final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        this(message, null);
    }

    LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
