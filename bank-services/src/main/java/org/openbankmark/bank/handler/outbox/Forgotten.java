package org.openbankmark.bank.handler.outbox;

/** What to do with a batch of which nobody knows whether it was sent, because the brokers forgot the last number. */
public enum Forgotten {
    /** Wait for a person. */
    STOP,
    /** Send it: right where the topics are new. */
    RESEND,
    /** Drop it: right where its events are in the topics. */
    DROP
}
