package org.openbankmark.bank.graphql.access;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session: no script reads it, no other site's page sends it (RFC 6265bis, SameSite), and over TLS it goes nowhere
 * else.
 */
public final class SessionCookie {
    /** Its name. */
    public static final String NAME = "bank_session";

    private SessionCookie() {}

    /** The secret that a request's cookies hold. */
    public static Optional<String> secret(HttpHeaders headers) {
        for (String line : headers.getOrEmpty(HttpHeaders.COOKIE)) {
            for (String pair : line.split(";", -1)) {
                String[] nameAndValue = pair.strip().split("=", 2);
                if (nameAndValue.length == 2 && nameAndValue[0].equals(NAME)) {
                    return Optional.of(nameAndValue[1]);
                }
            }
        }
        return Optional.empty();
    }

    /** The header that sets it, or takes it away where there is no secret. */
    static String header(@Nullable String secret, Duration age, boolean secure) {
        return ResponseCookie.from(NAME, secret == null ? "" : secret)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(secret == null ? Duration.ZERO : age)
                .build()
                .toString();
    }
}
