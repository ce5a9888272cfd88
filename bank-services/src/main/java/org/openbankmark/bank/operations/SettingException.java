package org.openbankmark.bank.operations;

/** A setting is missing or wrong. The message is one line for people: which one, why, what would be right. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With its message for people, which holds no secret. */
    public SettingException(String message) {
        super(message);
    }
}
