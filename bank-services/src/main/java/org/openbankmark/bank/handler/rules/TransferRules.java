package org.openbankmark.bank.handler.rules;

import java.util.Optional;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.handler.rules.Outcome.Failed;
import org.openbankmark.bank.handler.rules.Outcome.Moved;

/** Decides on transfers whose id was not used before. The order of the rules is part of them: the first that fails is told. */
public final class TransferRules {
    /** Longest text in characters that an event is sure to take: three bytes each, two texts, within the 1 MB of a message. */
    static final int LONGEST_TEXT = 100_000;

    private TransferRules() {}

    /** Moves the money between the accounts, or says why not. */
    public static Outcome decide(Transfer transfer, Accounts accounts) {
        if (transfer.amount() <= 0) {
            return new Failed(Reason.AMOUNT_NOT_POSITIVE);
        }
        boolean cash = transfer.from().equals(Account.CASH);
        if (!cash && !Iban.isValid(transfer.from())) {
            return new Failed(Reason.FROM_INVALID);
        }
        if (transfer.from().equals(transfer.to())) {
            return new Failed(Reason.SAME);
        }
        Optional<Account> to = accounts.ours(transfer.to());
        Optional<Account> from = accounts.ours(transfer.from());
        if (!cash && from.isEmpty()) {
            return new Failed(to.isEmpty() ? Reason.BOTH_UNKNOWN : Reason.FROM_UNKNOWN);
        }
        // Whoever brings cash needs no token: it is not an account of somebody's.
        if (from.isPresent() && !transfer.token().equals(from.get().token())) {
            return new Failed(Reason.TOKEN_INVALID);
        }
        Account payer = from.orElseGet(() -> accounts.outside(Account.CASH));
        Account payee = to.orElseGet(() -> accounts.outside(transfer.to()));
        return move(transfer, payer, payee, accounts);
    }

    private static Outcome move(Transfer transfer, Account payer, Account payee, Accounts accounts) {
        // Both are differences of a number and one above 0, so only these two can leave the range of a long.
        boolean below = payer.balance() < Long.MIN_VALUE + transfer.amount();
        if (payer.isOurs() && (below || payer.balance() - transfer.amount() < payer.lowest())) {
            return new Failed(Reason.INSUFFICIENT_FUNDS);
        }
        if (below || payee.balance() > Long.MAX_VALUE - transfer.amount()) {
            return new Failed(Reason.TOO_LARGE);
        }
        if (transfer.to().length() > LONGEST_TEXT || transfer.description().length() > LONGEST_TEXT) {
            return new Failed(Reason.TEXT_TOO_LONG);
        }
        Account debited = accounts.change(payer, payer.balance() - transfer.amount());
        Account credited = accounts.change(payee, payee.balance() + transfer.amount());
        return new Moved(debited, credited);
    }
}
