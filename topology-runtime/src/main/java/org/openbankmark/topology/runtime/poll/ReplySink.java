package org.openbankmark.topology.runtime.poll;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what a {@link ReplyReader} reads, on its thread. */
public interface ReplySink {

    /** A record. */
    void received(ConsumerRecord<byte[], byte[]> record);

    /** A poll is over, with or without records; at least every half second while a broker answers. */
    void polled();

    /** Reading has stopped because of a fault. */
    void failed(Throwable failure);
}
