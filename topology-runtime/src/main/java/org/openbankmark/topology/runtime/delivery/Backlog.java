package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * All that a consumer has read and not handled. One thread (the reader) adds records and takes partitions away, one thread
 * (the handler's) claims records and gives them back; both may block each other only here. Thread-safe.
 */
public final class Backlog {
    private final int maxRecords;
    private final long maxBytes;
    private final ClaimSize claimSize;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition roomy = lock.newCondition();
    private final Condition handed = lock.newCondition();
    private final Map<TopicPartition, PartitionQueue> queues = new LinkedHashMap<>();
    private final ArrayDeque<PartitionQueue> ready = new ArrayDeque<>();
    private final HeldClaims held = new HeldClaims();
    private final Turns turns;
    private @Nullable Claim running;
    private boolean runningAgain;
    private boolean roomAwaited;
    private volatile boolean stopped;

    /**
     * @param maxRecords beyond this many records waiting the reader should pause
     * @param maxBytes the same in bytes of keys and values
     */
    public Backlog(int maxRecords, long maxBytes, ClaimSize claimSize) {
        this(maxRecords, maxBytes, claimSize, System::nanoTime);
    }

    Backlog(int maxRecords, long maxBytes, ClaimSize claimSize, LongSupplier nanoTime) {
        this.turns = new Turns(nanoTime);
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
        this.claimSize = claimSize;
    }

    // ---- the reader's side

    /**
     * Adds what was read.
     *
     * @param readTo where reading goes on, which may be beyond the last record; null where that is not known
     */
    public void add(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable OffsetAndMetadata readTo) {
        lock.lock();
        try {
            PartitionQueue queue = queues.computeIfAbsent(partition, PartitionQueue::new);
            boolean wasReady = queue.ready();
            queue.add(records);
            queue.readTo(readTo);
            if (!wasReady && queue.ready()) {
                ready.addLast(queue);
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether more should be read. Partitions that are held back are paused and count by themselves, all but the fullest: trouble
     * with one never stops the others, and yet no number of them fills the memory.
     */
    public boolean hasRoom() {
        lock.lock();
        try {
            return room();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until more should be read. */
    public boolean awaitRoom(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!room() && !stopped && left > 0) {
                roomAwaited = true;
                left = roomy.awaitNanos(left);
            }
            return room();
        } finally {
            roomAwaited = false;
            lock.unlock();
        }
    }

    /** Partitions whose next record waits for another attempt. */
    public Set<TopicPartition> heldBack() {
        lock.lock();
        try {
            Set<TopicPartition> partitions = new HashSet<>();
            for (Claim claim : held.inTrouble(running)) {
                claim.slices().forEach(slice -> partitions.add(slice.queue().partition()));
            }
            return partitions;
        } finally {
            lock.unlock();
        }
    }

    /** The offsets to commit, of all partitions of which something was handled. */
    public Map<TopicPartition, OffsetAndMetadata> positions() {
        lock.lock();
        try {
            return positions(queues.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Records read and not handled. */
    public long unhandled() {
        lock.lock();
        try {
            long sum = 0;
            for (PartitionQueue queue : queues.values()) {
                sum += queue.unhandled();
            }
            return sum;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes partitions away: nothing more of them is handed out. Waits until the handler has finished what it has of them,
     * at most until the limit.
     *
     * @return how far they were handled
     */
    public Map<TopicPartition, OffsetAndMetadata> revoke(Collection<TopicPartition> partitions, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        return revoke(partitions, () -> Duration.ofNanos(deadline - System.nanoTime()));
    }

    /**
     * As {@link #revoke(Collection, Duration)} with a limit that may come closer meanwhile.
     *
     * @param left what is left of it, zero or less when it is over; asked again after {@link #stop()}
     */
    public Map<TopicPartition, OffsetAndMetadata> revoke(Collection<TopicPartition> partitions, Supplier<Duration> left)
            throws InterruptedException {
        lock.lock();
        try {
            withhold(partitions);
            for (long nanos = left.get().toNanos();
                    runs(partitions) && nanos > 0;
                    nanos = left.get().toNanos()) {
                if (handed.awaitNanos(nanos) <= 0) {
                    break;
                }
            }
            Map<TopicPartition, OffsetAndMetadata> handled = positions(partitions);
            partitions.forEach(queues::remove);
            return handled;
        } finally {
            lock.unlock();
        }
    }

    /** Takes partitions away that belong to another member already: nothing to wait for, nothing to commit. */
    public void drop(Collection<TopicPartition> partitions) {
        lock.lock();
        try {
            withhold(partitions);
            partitions.forEach(queues::remove);
        } finally {
            lock.unlock();
        }
    }

    /** Hands out nothing more; {@link #take()} returns null from now on. */
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            work.signalAll();
            roomy.signalAll();
            handed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the handler's hands are empty. */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (running != null && left > 0) {
                left = handed.awaitNanos(left);
            }
            return running == null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits, is held or being handled. */
    public boolean isEmpty() {
        return unhandled() == 0;
    }

    /** Whether a record is being tried again. */
    public boolean retrying() {
        lock.lock();
        try {
            return !held.inTrouble(running).isEmpty();
        } finally {
            lock.unlock();
        }
    }

    // ---- the handler's side

    /** The next records to deliver; waits for some. Null once stopped. */
    @Nullable
    Claim take() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                Claim next = turns.othersFirst() ? claimSize.next(ready) : null;
                runningAgain = false;
                if (next == null) {
                    next = held.pollDue();
                    runningAgain = next != null;
                }
                if (next == null) {
                    next = claimSize.next(ready);
                }
                if (next != null) {
                    running = next;
                    turns.begun();
                    tellOfRoom();
                    return next;
                }
                work.awaitNanos(held.nanosUntilDue());
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the handler should take no further record of what it holds. */
    boolean stopped() {
        return stopped;
    }

    /** Keeps the claim, and with it its partitions, until the delay is over. */
    void hold(Claim claim, Duration delay) {
        lock.lock();
        try {
            running = null;
            if (runningAgain) {
                turns.failedAgain();
            }
            held.add(claim, delay);
            handed.signalAll();
            tellOfRoom();
        } finally {
            lock.unlock();
        }
    }

    /** Gives one slice of the running claim back, its first record to be delivered by itself. */
    void releaseHeadSingly(Claim claim, Slice slice) {
        lock.lock();
        try {
            slice.queue().singlyBefore(slice.rest().get(0).offset() + 1);
            claim.slices().remove(slice);
            takeBack(slice);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a claim back: what is done is handled, the rest is first in line. */
    void release(Claim claim) {
        lock.lock();
        try {
            if (running == claim) {
                running = null;
            }
            for (Slice slice : claim.slices()) {
                takeBack(slice);
            }
            claim.slices().clear();
            handed.signalAll();
            tellOfRoom();
        } finally {
            lock.unlock();
        }
    }

    /** Gives a failed batch back, its records to be delivered one by one. */
    void releaseSingly(Claim claim) {
        lock.lock();
        try {
            for (Slice slice : claim.slices()) {
                List<ConsumerRecord<byte[], byte[]>> rest = slice.rest();
                if (!rest.isEmpty()) {
                    slice.queue().singlyBefore(rest.get(rest.size() - 1).offset() + 1);
                }
            }
            release(claim);
        } finally {
            lock.unlock();
        }
    }

    // ---- under the lock

    private void takeBack(Slice slice) {
        PartitionQueue queue = slice.queue();
        queue.takeBack(slice);
        if (queue.ready()) {
            ready.addLast(queue);
        }
    }

    /** Only once there is room: to be woken for each claim and look in vain costs more than the records of one. */
    private void tellOfRoom() {
        if (roomAwaited && room()) {
            roomy.signal();
        }
    }

    private boolean room() {
        long records = 0;
        long bytes = 0;
        long heldRecords = 0;
        long heldBytes = 0;
        long mostRecords = 0;
        long mostBytes = 0;
        for (PartitionQueue queue : queues.values()) {
            if (queueInTrouble(queue)) {
                heldRecords += queue.waiting();
                heldBytes += queue.bytes();
                mostRecords = Math.max(mostRecords, queue.waiting());
                mostBytes = Math.max(mostBytes, queue.bytes());
            } else {
                records += queue.waiting();
                bytes += queue.bytes();
            }
        }
        return records < maxRecords
                && bytes < maxBytes
                && heldRecords - mostRecords < maxRecords
                && heldBytes - mostBytes < maxBytes;
    }

    private boolean queueInTrouble(PartitionQueue queue) {
        for (Claim claim : held.inTrouble(running)) {
            if (claim.touches(queue.partition())) {
                return true;
            }
        }
        return false;
    }

    private boolean runs(Collection<TopicPartition> partitions) {
        return running != null && partitions.stream().anyMatch(running::touches);
    }

    private void withhold(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            PartitionQueue queue = queues.get(partition);
            if (queue != null) {
                queue.revoke();
                ready.remove(queue);
            }
        }
        held.dropRevoked();
    }

    private Map<TopicPartition, OffsetAndMetadata> positions(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> positions = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionQueue queue = queues.get(partition);
            OffsetAndMetadata position = queue == null ? null : queue.position();
            if (position != null) {
                positions.put(partition, position);
            }
        }
        return positions;
    }
}
