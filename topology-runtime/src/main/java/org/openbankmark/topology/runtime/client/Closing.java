package org.openbankmark.topology.runtime.client;

import org.jspecify.annotations.Nullable;

/** Closes one part after another, whatever each of them throws. For one thread. */
final class Closing {
    private @Nullable RuntimeException failure;

    Closing then(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failed) {
            if (failure == null) {
                failure = failed;
            } else {
                failure.addSuppressed(failed);
            }
        }
        return this;
    }

    /**
     * When all parts had their turn.
     *
     * @throws RuntimeException the first failure, with the others as suppressed ones
     */
    void end() {
        if (failure != null) {
            throw failure;
        }
    }
}
