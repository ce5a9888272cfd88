package org.openbankmark.topology.runtime.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many records are handed out at once, and of how many partitions. */
public final class ClaimSize {
    // Long enough that taking the lock costs nothing per record, short enough that partitions take turns.
    private static final int RUN = 100;

    private final int max;
    private final boolean acrossPartitions;

    private ClaimSize(int max, boolean acrossPartitions) {
        this.max = max;
        this.acrossPartitions = acrossPartitions;
    }

    /** Runs of one partition, for a handler of single records. */
    public static ClaimSize runs() {
        return new ClaimSize(RUN, false);
    }

    /** Batches of all partitions that have records, for a batch handler. */
    public static ClaimSize batches(int max) {
        return new ClaimSize(max, true);
    }

    /** Claims from the partitions in their turn; null when none is ready. */
    @Nullable
    Claim next(ArrayDeque<PartitionQueue> ready) {
        PartitionQueue first = ready.pollFirst();
        if (first == null) {
            return null;
        }
        if (!acrossPartitions) {
            return new Claim(List.of(first.take(max)));
        }
        if (first.singly()) {
            return new Claim(List.of(first.take(1)));
        }
        List<Slice> slices = new ArrayList<>();
        slices.add(first.take(max));
        int left = max - slices.get(0).remaining();
        for (Iterator<PartitionQueue> others = ready.iterator(); left > 0 && others.hasNext(); ) {
            PartitionQueue other = others.next();
            if (!other.singly()) {
                others.remove();
                Slice slice = other.take(left);
                slices.add(slice);
                left -= slice.remaining();
            }
        }
        return new Claim(slices);
    }
}
