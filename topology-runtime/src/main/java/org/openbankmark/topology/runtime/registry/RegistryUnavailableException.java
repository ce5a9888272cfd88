package org.openbankmark.topology.runtime.registry;

import org.jspecify.annotations.Nullable;

/** No registry could be reached, or all that were answered with an error of theirs. Asking again later may help. */
public final class RegistryUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
