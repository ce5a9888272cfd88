package org.openbankmark.bank.handler.rules;

import org.jspecify.annotations.Nullable;

/**
 * An account as it stands.
 *
 * @param id in the ledger
 * @param iban or the name of an account of the outside world
 * @param token none for the outside world
 * @param balance in cents
 * @param lowest what the balance may not fall below, in cents
 * @param sequence how often the balance changed
 */
public record Account(long id, String iban, @Nullable String token, long balance, long lowest, long sequence) {
    /** The account of the outside world for money that comes and goes over the counter. */
    public static final String CASH = "cash";

    /** The account of the outside world for everybody else. */
    public static final String OTHER_BANKS = "other banks";

    /** Whether it is an account of this bank, whose changes are told. */
    public boolean isOurs() {
        return token != null;
    }

    /** Without its token. */
    @Override
    public String toString() {
        return "Account[" + id + " " + iban + " " + balance + "]";
    }

    Account with(long newBalance) {
        return new Account(id, iban, token, newBalance, lowest, sequence + 1);
    }
}
