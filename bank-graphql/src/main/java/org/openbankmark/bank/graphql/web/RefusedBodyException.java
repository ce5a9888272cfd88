package org.openbankmark.bank.graphql.web;

/** More of a body came than may. */
final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int mostBytes) {
        super("the request has more than " + mostBytes + " bytes", null, false, false);
    }
}
