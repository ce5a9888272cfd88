package org.openbankmark.topology.runtime.delivery;

import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openbankmark.topology.runtime.consumer.Deletion;
import org.openbankmark.topology.runtime.consumer.DeletionHandler;

/**
 * What to do with records that have no value.
 *
 * @param decoder throws as a {@link RecordDecoder} does
 */
public record Deletions(Function<ConsumerRecord<byte[], byte[]>, Deletion> decoder, DeletionHandler handler) {}
