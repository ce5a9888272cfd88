package org.openbankmark.topology.runtime.producer;

import java.util.concurrent.Executor;

/** Where futures given to users are completed, and with it where what they chain runs. Safe for use by several threads. */
public interface CompletingThread extends Executor {

    /**
     * To be called before waiting for a future that completes here.
     *
     * @throws IllegalStateException on the thread itself, which would wait for its own next step without end
     */
    void requireOtherThread();
}
