package org.openbankmark.topology.runtime.registry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the registry answered to a question it understood.
 *
 * @param status of HTTP; below 500, and neither a redirect, 401, 403 nor 429
 * @param body JSON; missing where the registry sent nothing
 */
public record RegistryAnswer(int status, JsonNode body) {
    private static final String ERROR_CODE = "error_code";

    /** Whether it gave what was asked for. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** Whether it does not have what was asked for. A 404 without an error code is not its word, but that of a proxy or a wrong address. */
    public boolean notFound() {
        return status == 404 && hasErrorCode();
    }

    /** Whether there is its own number for the error, as registries give with each. */
    boolean hasErrorCode() {
        return body.path(ERROR_CODE).isNumber();
    }

    /** Its own number for the error, such as 40401; the status where it gave none. */
    public int errorCode() {
        return body.path(ERROR_CODE).asInt(status);
    }

    /** Its own words for the error, cut to a line. */
    public String message() {
        String text = body.path("message").asText("").replaceAll("\\s+", " ").strip();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
