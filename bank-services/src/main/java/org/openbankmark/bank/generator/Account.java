package org.openbankmark.bank.generator;

import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.account.Token;

/**
 * An account for which the generator may act.
 *
 * @param iban of the account
 * @param token gives access to it; not in {@link #toString()}
 */
record Account(String iban, String token) {
    /** The bank's own account, which stands in while there is no other. */
    static final Account COMPANY = new Account(Iban.COMPANY, Token.COMPANY);

    @Override
    public String toString() {
        return "Account[iban=" + iban + ", token=***]";
    }
}
