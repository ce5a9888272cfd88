package org.openbankmark.topology.runtime.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims whose next attempt is not due yet, and with them their partitions. Guarded by the lock of its {@link Backlog}. */
final class HeldClaims {
    private final List<Claim> held = new ArrayList<>();

    /** Holds what of a claim is still ours. */
    void add(Claim claim, Duration delay) {
        settleRevoked(claim);
        if (!claim.slices().isEmpty()) {
            claim.dueNanos(System.nanoTime() + delay.toNanos());
            held.add(claim);
        }
    }

    /** Takes one that is due; null when none is. */
    @Nullable
    Claim pollDue() {
        long now = System.nanoTime();
        for (Claim claim : held) {
            if (claim.dueNanos() - now <= 0) {
                held.remove(claim);
                return claim;
            }
        }
        return null;
    }

    /** Until the next is due; the longest time there is when none is held. */
    long nanosUntilDue() {
        long now = System.nanoTime();
        long shortest = Long.MAX_VALUE;
        for (Claim claim : held) {
            shortest = Math.min(shortest, Math.max(0, claim.dueNanos() - now));
        }
        return shortest;
    }

    /** Lets go of partitions that are no longer ours. */
    void dropRevoked() {
        held.forEach(HeldClaims::settleRevoked);
        held.removeIf(claim -> claim.slices().isEmpty());
    }

    /** All claims that are being tried again: those held, and the running one where it failed before. */
    List<Claim> inTrouble(@Nullable Claim running) {
        if (running == null || !running.inTrouble()) {
            return held;
        }
        List<Claim> all = new ArrayList<>(held);
        all.add(running);
        return all;
    }

    private static void settleRevoked(Claim claim) {
        for (Slice slice : List.copyOf(claim.slices())) {
            if (slice.revoked()) {
                slice.queue().takeBack(slice);
                claim.slices().remove(slice);
            }
        }
    }
}
