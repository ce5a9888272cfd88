package org.openbankmark.bank.operations;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.client.StartException;
import org.openbankmark.topology.runtime.registry.RegistryUnavailableException;
import org.openbankmark.topology.runtime.registry.SchemaNotRegisteredException;

/** What to do about a start that failed. */
enum StartFailure {
    /** Something is away or not made yet: try again. */
    NOT_YET,
    /** A setting is wrong: tell it and end. */
    SETTING,
    /** It will not get better by itself: end. */
    FINAL;

    static StartFailure of(Throwable failure) {
        if (failure instanceof SettingException) {
            return SETTING;
        }
        if (failure instanceof UnavailableException) {
            return NOT_YET;
        }
        if (failure instanceof StartException) {
            return ofClient(failure.getCause());
        }
        return FINAL;
    }

    private static StartFailure ofClient(@Nullable Throwable cause) {
        if (cause == null) {
            return SETTING;
        }
        for (Throwable next = cause; next != null; next = next.getCause()) {
            // A missing topic is among Kafka's retriable errors, as sync-cli may be about to make it.
            if (next instanceof RetriableException
                    || next instanceof java.util.concurrent.TimeoutException
                    || next instanceof RegistryUnavailableException
                    || next instanceof SchemaNotRegisteredException) {
                return NOT_YET;
            }
            if (next instanceof ConfigException || next instanceof IllegalArgumentException) {
                return SETTING;
            }
        }
        return FINAL;
    }
}
