package org.openbankmark.bank.graphql.login;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in to an account.
 *
 * @param password its hash
 * @param creationId of the command that opens the account
 * @param iban null while the account is not opened yet
 * @param token null while the account is not opened yet
 */
record Holder(
        String username,
        String password,
        UUID creationId,
        @Nullable String iban,
        @Nullable String token) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Holder[" + username + "]";
    }
}
