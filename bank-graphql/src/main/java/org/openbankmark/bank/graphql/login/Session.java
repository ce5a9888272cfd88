package org.openbankmark.bank.graphql.login;

/**
 * A login that lasts.
 *
 * @param secret what the client holds; whoever has it is logged in
 */
public record Session(String secret, Viewer viewer) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Session[" + viewer.username() + "]";
    }
}
