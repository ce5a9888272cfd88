package org.openbankmark.topology.runtime.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One partition's records that were read and are not handled, and how far it is handled. At most one {@link Slice} of it
 * is out at a time, which keeps its order. Guarded by the lock of its {@link Backlog}, but for {@link #revoked()}.
 */
final class PartitionQueue {
    private final TopicPartition partition;
    private final ArrayDeque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private volatile boolean revoked;
    private long bytes;
    private @Nullable Slice slice;
    private @Nullable OffsetAndMetadata start;
    private @Nullable ConsumerRecord<byte[], byte[]> lastHandled;
    private @Nullable OffsetAndMetadata readTo;
    private long singlyBefore = -1;

    PartitionQueue(TopicPartition partition) {
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }

    void add(List<ConsumerRecord<byte[], byte[]>> more) {
        if (start == null && !more.isEmpty()) {
            start = at(more.get(0), 0);
        }
        for (ConsumerRecord<byte[], byte[]> record : more) {
            records.addLast(record);
            bytes += size(record);
        }
    }

    /** Where the reader goes on; what lies before and is not in the queue (transaction markers) needs no handling. */
    void readTo(@Nullable OffsetAndMetadata next) {
        this.readTo = next;
    }

    /** Takes the next records out, at most {@code max}. */
    Slice take(int max) {
        int count = Math.min(max, records.size());
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ConsumerRecord<byte[], byte[]> record = records.removeFirst();
            bytes -= size(record);
            taken.add(record);
        }
        Slice out = new Slice(this, taken);
        slice = out;
        return out;
    }

    /** Takes a slice back: what is done is handled, the rest is first in line again. */
    void takeBack(Slice back) {
        ConsumerRecord<byte[], byte[]> done = back.lastDone();
        if (done != null) {
            lastHandled = done;
        }
        List<ConsumerRecord<byte[], byte[]>> rest = back.rest();
        for (int i = rest.size() - 1; i >= 0; i--) {
            records.addFirst(rest.get(i));
            bytes += size(rest.get(i));
        }
        slice = null;
    }

    /** Records before this offset are delivered one by one, because a batch of them failed. */
    void singlyBefore(long offset) {
        singlyBefore = offset;
    }

    boolean singly() {
        ConsumerRecord<byte[], byte[]> first = records.peekFirst();
        return first != null && first.offset() < singlyBefore;
    }

    /** Has records and none of them out. */
    boolean ready() {
        return slice == null && !records.isEmpty() && !revoked;
    }

    /**
     * The offset to commit: that of the first record not handled; null if nothing was read yet. It counts before anything is
     * handled, too: a new group that reads from the end would otherwise begin at a later end after a crash.
     */
    @Nullable
    OffsetAndMetadata position() {
        if (slice == null && records.isEmpty() && readTo != null) {
            return readTo;
        }
        ConsumerRecord<byte[], byte[]> done = slice == null ? null : slice.lastDone();
        if (done == null) {
            done = lastHandled;
        }
        return done == null ? start : at(done, 1);
    }

    /** Records not handled, those in the handler's hands included. */
    int unhandled() {
        return records.size() + (slice == null ? 0 : slice.remaining());
    }

    int waiting() {
        return records.size();
    }

    long bytes() {
        return bytes;
    }

    /** No record of it may be handed out any more. Safe to ask from any thread. */
    boolean revoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }

    private static OffsetAndMetadata at(ConsumerRecord<byte[], byte[]> record, int further) {
        return new OffsetAndMetadata(record.offset() + further, record.leaderEpoch(), "");
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }
}
