package org.openbankmark.bank.graphql.login;

import org.jspecify.annotations.Nullable;

/**
 * Who is logged in.
 *
 * @param iban of the holder's account; null for an employee
 * @param token of that account; null for an employee
 */
public record Viewer(
        String username, @Nullable String iban, @Nullable String token, boolean employee) {

    /** The holder of an account. */
    public static Viewer holder(String username, String iban, String token) {
        return new Viewer(username, iban, token, false);
    }

    /** An employee of the bank. */
    public static Viewer employee(String username) {
        return new Viewer(username, null, null, true);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Viewer[" + username + "]";
    }
}
