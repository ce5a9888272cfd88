package org.openbankmark.bank.graphql.transaction;

import org.jspecify.annotations.Nullable;

/**
 * Which transactions somebody wants; all that is given must hold.
 *
 * @param iban of one account; null for all
 * @param leastAmount in cents, without regard to the sign; null for any
 * @param direction null for both
 */
public record TransactionFilter(
        @Nullable String iban,
        @Nullable Long leastAmount,
        @Nullable Direction direction) {

    /** Whether a transaction is wanted. */
    public boolean matches(Transaction transaction) {
        return (iban == null || iban.equals(transaction.iban()))
                && (leastAmount == null || isAtLeast(transaction.changedBy(), leastAmount))
                && (direction == null || direction == transaction.direction());
    }

    /** Whether it lets all of one account through. */
    public boolean isOfAccountAlone() {
        return iban != null && leastAmount == null && direction == null;
    }

    /** Compares below zero, where every long has its counterpart. */
    private static boolean isAtLeast(long changedBy, long least) {
        return least <= 0 || (changedBy < 0 ? changedBy : -changedBy) <= -least;
    }
}
