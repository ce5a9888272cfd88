package org.openbankmark.topology.runtime.producer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A future that refuses to be waited for by the one thread that could complete it.
 *
 * @param <T> the value
 */
public abstract class CompletedElsewhere<T> extends CompletableFuture<T> {

    /** The thread that completes it. */
    protected abstract CompletingThread completing();

    @Override
    public T get() throws InterruptedException, ExecutionException {
        refuseToWaitForItself();
        return super.get();
    }

    @Override
    public T get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        refuseToWaitForItself();
        return super.get(time, unit);
    }

    @Override
    public T join() {
        refuseToWaitForItself();
        return super.join();
    }

    private void refuseToWaitForItself() {
        if (!isDone()) {
            completing().requireOtherThread();
        }
    }

    /** Dependent stages are ordinary futures. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
