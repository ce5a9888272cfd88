package org.openbankmark.bank.graphql.transaction;

/** Whether money left an account or came to it; the names are those of the GraphQL enum dtype. */
public enum Direction {
    /** Money left. */
    DEBIT,
    /** Money came. */
    CREDIT
}
