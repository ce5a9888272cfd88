package org.openbankmark.topology.runtime.registry;

import org.jspecify.annotations.Nullable;

/**
 * The registry did not give what was asked for. This class itself: it refused (credentials, permission) or answered what
 * cannot be understood. Messages never contain credentials.
 */
public class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
