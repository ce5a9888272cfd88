package org.openbankmark.topology.runtime.tail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.delivery.RecordDecoder;
import org.openbankmark.topology.runtime.poll.ReplySink;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes what is read, in order. Records of an unknown schema wait while the registry is away, and those behind them in
 * their partition with them, up to a limit. Called by one thread.
 *
 * @param <T> the record
 */
public final class TailDecoding<T> implements ReplySink {
    private static final Logger LOG = LoggerFactory.getLogger(TailDecoding.class);
    private static final long MOST_BYTES_HELD = 16L << 20;
    private static final int MOST_HELD = 10_000;

    private final RecordDecoder<T> decoder;
    private final TailHandler<T> handler;
    private final Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> held = new HashMap<>();
    private int count;
    private long bytes;

    public TailDecoding(RecordDecoder<T> decoder, TailHandler<T> handler) {
        this.decoder = decoder;
        this.handler = handler;
    }

    @Override
    public void received(ConsumerRecord<byte[], byte[]> raw) {
        if (held.containsKey(raw.partition()) || !isHandedOn(raw)) {
            hold(raw);
        }
    }

    @Override
    public void polled() {
        for (Iterator<Deque<ConsumerRecord<byte[], byte[]>>> partitions =
                        held.values().iterator();
                partitions.hasNext(); ) {
            Deque<ConsumerRecord<byte[], byte[]>> waiting = partitions.next();
            while (!waiting.isEmpty() && isHandedOn(waiting.element())) {
                count--;
                bytes -= size(waiting.remove());
            }
            if (waiting.isEmpty()) {
                partitions.remove();
            }
        }
    }

    @Override
    public void failed(Throwable failure) {
        handler.failed(failure);
    }

    /** Whether the record is done with; it is not while its schema cannot be had. */
    private boolean isHandedOn(ConsumerRecord<byte[], byte[]> raw) {
        Received<T> record;
        try {
            record = decoder.decode(raw);
        } catch (UnreadableRecordException unreadable) {
            LOG.error(
                    "the record at offset {} of partition {} of {} cannot be read, and is passed over",
                    raw.offset(),
                    raw.partition(),
                    raw.topic(),
                    unreadable);
            handler.missed(unreadable);
            return true;
        } catch (RuntimeException notNow) {
            LOG.warn("a record of {} cannot be decoded now and is tried again: {}", raw.topic(), notNow.toString());
            return false;
        }
        handler.received(record);
        return true;
    }

    private void hold(ConsumerRecord<byte[], byte[]> raw) {
        held.computeIfAbsent(raw.partition(), partition -> new ArrayDeque<>()).add(raw);
        count++;
        bytes += size(raw);
        if (count > MOST_HELD || bytes > MOST_BYTES_HELD) {
            int dropped = count;
            held.clear();
            count = 0;
            bytes = 0;
            String message =
                    dropped + " records of " + raw.topic() + " wait for the schema registry, and are passed over";
            LOG.error(message);
            handler.missed(new IllegalStateException(message));
        }
    }

    private static long size(ConsumerRecord<byte[], byte[]> raw) {
        return Math.max(0, raw.serializedKeySize()) + Math.max(0, raw.serializedValueSize()) + 100L;
    }
}
