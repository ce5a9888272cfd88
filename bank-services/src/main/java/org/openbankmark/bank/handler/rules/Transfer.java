package org.openbankmark.bank.handler.rules;

import java.util.UUID;

/**
 * What a command asks for.
 *
 * @param id chosen by who asks
 * @param token that proves a right to the account that pays
 * @param amount in cents
 * @param from who pays: an IBAN, or "cash"
 * @param to who is paid
 * @param description for people
 */
public record Transfer(UUID id, String token, long amount, String from, String to, String description) {

    /** Without its token. */
    @Override
    public String toString() {
        return "Transfer[" + id + " " + amount + " from " + from + " to " + to + "]";
    }
}
