package org.openbankmark.bank.graphql.access;

import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.login.Viewer;

/**
 * Who may see what: everybody the company account, a holder the own account, an employee all. Whoever is refused is not told
 * whether the account exists.
 */
public final class AccessRules {
    private AccessRules() {}

    /** Whether a visitor may see an account. */
    public static boolean maySee(Visitor visitor, String iban) {
        return iban.equals(Iban.COMPANY)
                || visitor.viewer()
                        .map(viewer -> viewer.employee() || iban.equals(viewer.iban()))
                        .orElse(false);
    }

    /**
     * Lets those pass who may see an account.
     *
     * @param iban null stands for all accounts
     * @throws Refusal for others
     */
    public static void requireSight(Visitor visitor, @Nullable String iban) {
        if (iban == null) {
            requireEmployee(visitor);
        } else if (!maySee(visitor, iban)) {
            throw refusal(visitor);
        }
    }

    /**
     * Lets employees pass.
     *
     * @throws Refusal for others
     */
    public static void requireEmployee(Visitor visitor) {
        if (!visitor.viewer().map(Viewer::employee).orElse(false)) {
            throw refusal(visitor);
        }
    }

    /** The refusal for whoever it is. */
    public static Refusal refusal(Visitor visitor) {
        return visitor.viewer().isPresent()
                ? new Refusal(Code.FORBIDDEN, "there is nothing here that you may see")
                : new Refusal(Code.UNAUTHENTICATED, "log in to see this");
    }
}
