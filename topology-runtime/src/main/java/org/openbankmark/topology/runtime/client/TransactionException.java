package org.openbankmark.topology.runtime.client;

import org.jspecify.annotations.Nullable;

/** A transaction was not committed as asked. {@link #outcome} says what is known of it, and what to do. */
public final class TransactionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    /** What is known of the transaction. */
    public enum Outcome {
        /** Nothing of it will be seen by readers of what is committed. The connection can begin another. */
        ABORTED,
        /**
         * Another connection with the same transactional id has taken over, or the brokers gave up on a transaction that took
         * longer than {@code transaction.timeout.ms}. This connection is of no more use.
         */
        FENCED,
        /**
         * It may be committed or not: no answer came. This connection is of no more use; one that is opened anew settles the
         * matter, and its {@link TransactionalConnection#position} tells which it was.
         */
        UNKNOWN
    }

    TransactionException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** What is known of the transaction, and so what to do. */
    public Outcome outcome() {
        return outcome;
    }
}
