package org.openbankmark.topology.runtime.delivery;

import org.apache.kafka.common.errors.InvalidConfigurationException;

/**
 * Tells from what Confluent's deserializers throw that the registry is at fault. Their classes are known by name only: they are
 * on the class path of those who use them.
 */
final class ConfluentFailure {
    private static final String ANSWERED =
            "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

    private ConfluentFailure() {}

    /**
     * Whether asking the registry again may help: it answered with 5xx or 429, or refused the client. The latter comes as an
     * {@link InvalidConfigurationException}, as does a 429 that has the same number as its error code.
     */
    static boolean isOutage(Throwable failure) {
        if (failure instanceof InvalidConfigurationException) {
            return true;
        }
        if (!failure.getClass().getName().equals(ANSWERED)) {
            return false;
        }
        int status = status(failure);
        return status >= 500 || status == 429;
    }

    /** Of HTTP; 0 where it does not tell. */
    private static int status(Throwable answered) {
        try {
            return answered.getClass().getMethod("getStatus").invoke(answered) instanceof Integer status ? status : 0;
        } catch (ReflectiveOperationException other) {
            return 0; // a version of it that has no such method, and then says as little as before
        }
    }
}
