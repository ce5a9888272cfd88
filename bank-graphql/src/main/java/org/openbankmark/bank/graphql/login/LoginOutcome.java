package org.openbankmark.bank.graphql.login;

/** What became of a login. */
public sealed interface LoginOutcome {

    /** Logged in. */
    record LoggedIn(Session session) implements LoginOutcome {}

    /**
     * Not logged in.
     *
     * @param reason for people
     */
    record Refused(String reason) implements LoginOutcome {}
}
