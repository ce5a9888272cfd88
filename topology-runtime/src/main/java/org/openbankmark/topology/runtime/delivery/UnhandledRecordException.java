package org.openbankmark.topology.runtime.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record could not be handled and there is no dead-letter topic: its consumer stopped in front of it. */
public final class UnhandledRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnhandledRecordException(ConsumerRecord<byte[], byte[]> raw, int attempts, Throwable cause) {
        super(
                Failures.place(raw)
                        + (attempts == 0 ? " cannot be read" : " was not handled in " + attempts + " attempts")
                        + ", and no dead-letter topic is declared; the consumer stopped in front of it: " + cause,
                cause);
    }
}
