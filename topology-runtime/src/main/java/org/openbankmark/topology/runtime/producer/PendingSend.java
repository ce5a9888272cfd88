package org.openbankmark.topology.runtime.producer;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way: the future and the producer's callback in one small object, as there are as many of them as records
 * in the producer's buffer.
 */
final class PendingSend extends CompletedElsewhere<RecordMetadata> implements Callback {
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
    protected CompletingThread completing() {
        return completions;
    }
}
