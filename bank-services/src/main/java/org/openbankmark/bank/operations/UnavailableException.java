package org.openbankmark.bank.operations;

/**
 * Something that a service needs to start does not answer yet, such as a database: the start is tried again until it does.
 * The message says what, where and why, in one line.
 */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With its message for people, and what was thrown. */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
