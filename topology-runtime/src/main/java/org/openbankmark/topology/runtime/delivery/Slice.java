package org.openbankmark.topology.runtime.delivery;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Consecutive records of one partition in the handler's hands. Advanced by the handler's thread, read by any. */
final class Slice {
    private final PartitionQueue queue;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    // Written without a fence for each record: whoever needs the last state reads it under the lock, after the handler
    // gave the slice back under it; anyone else sees it a moment later.
    private final AtomicInteger done = new AtomicInteger();

    Slice(PartitionQueue queue, List<ConsumerRecord<byte[], byte[]>> records) {
        this.queue = queue;
        this.records = records;
    }

    PartitionQueue queue() {
        return queue;
    }

    /** The first record that is not done; null when all are, or when the partition is no longer ours. */
    @Nullable
    ConsumerRecord<byte[], byte[]> head() {
        int next = done.get();
        return next == records.size() || queue.revoked() ? null : records.get(next);
    }

    /** Those not done, in order. */
    List<ConsumerRecord<byte[], byte[]>> rest() {
        return records.subList(done.get(), records.size());
    }

    /** The head is done. */
    void advance() {
        advance(1);
    }

    void advance(int count) {
        done.lazySet(done.getPlain() + count);
    }

    int remaining() {
        return records.size() - done.get();
    }

    /** The last record that is done, or null. */
    @Nullable
    ConsumerRecord<byte[], byte[]> lastDone() {
        int count = done.get();
        return count == 0 ? null : records.get(count - 1);
    }

    boolean revoked() {
        return queue.revoked();
    }
}
