package org.openbankmark.bank.handler.rules;

/** What comes of a transfer. */
public sealed interface Outcome {

    /**
     * The money moved.
     *
     * @param debited the account that paid, as it stands now
     * @param credited the account that was paid, as it stands now
     */
    record Moved(Account debited, Account credited) implements Outcome {}

    /**
     * No money moved.
     *
     * @param reason for people
     */
    record Failed(String reason) implements Outcome {}
}
