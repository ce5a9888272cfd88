package org.openbankmark.bank.graphql.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** More of a body came than may, or it came too slowly. */
final class RefusedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private RefusedBodyException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static RefusedBodyException tooLarge(int mostBytes) {
        return new RefusedBodyException(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "the request has more than " + mostBytes + " bytes");
    }

    static RefusedBodyException tooSlow(Duration limit) {
        return new RefusedBodyException(
                HttpServletResponse.SC_REQUEST_TIMEOUT,
                "the request's body was not there within " + limit.toMillis() + " ms");
    }

    /** Of HTTP. */
    int status() {
        return status;
    }
}
