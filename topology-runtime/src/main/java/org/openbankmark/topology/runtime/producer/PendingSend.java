package org.openbankmark.topology.runtime.producer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way: the future and the producer's callback in one small object, as there are as many of them as records
 * in the producer's buffer.
 */
final class PendingSend extends CompletableFuture<RecordMetadata> implements Callback {
    private final Completions completions;

    PendingSend(Completions completions) {
        this.completions = completions;
    }

    /** On the producer's thread: hands over to the completing thread. */
    @Override
    public void onCompletion(@Nullable RecordMetadata acknowledged, @Nullable Exception refused) {
        if (refused == null) {
            completions.complete(this, acknowledged);
        } else {
            completions.fail(this, refused);
        }
    }

    @Override
    public RecordMetadata get() throws InterruptedException, ExecutionException {
        refuseToWaitForItself();
        return super.get();
    }

    @Override
    public RecordMetadata get(long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        refuseToWaitForItself();
        return super.get(time, unit);
    }

    @Override
    public RecordMetadata join() {
        refuseToWaitForItself();
        return super.join();
    }

    private void refuseToWaitForItself() {
        if (!isDone()) {
            completions.requireOtherThread();
        }
    }

    /** Dependent stages are ordinary futures. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
