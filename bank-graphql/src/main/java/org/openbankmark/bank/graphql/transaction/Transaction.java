package org.openbankmark.bank.graphql.transaction;

/**
 * One change of the balance of one account.
 *
 * @param id counts up over all accounts, without a gap
 * @param newBalance after the change, in cents
 * @param changedBy in cents, below zero for a debit
 * @param fromTo the other side
 */
public record Transaction(long id, String iban, long newBalance, long changedBy, String fromTo, String description) {

    /** Whether money left the account or came to it. */
    public Direction direction() {
        return changedBy < 0 ? Direction.DEBIT : Direction.CREDIT;
    }
}
