package org.openbankmark.topology.runtime.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record could not be handled, nor written to its dead-letter topic: its consumer stopped in front of it. */
public final class DeadLetterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadLetterException(ConsumerRecord<byte[], byte[]> raw, String topic, Throwable cause) {
        super(
                Failures.place(raw) + " cannot be written to dead-letter topic " + topic
                        + "; the consumer stopped in front of it: " + cause,
                cause);
    }
}
