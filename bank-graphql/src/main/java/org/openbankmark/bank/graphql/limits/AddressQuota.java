package org.openbankmark.bank.graphql.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How much of something each address has, up to a limit; an address that has none of it takes no memory. Thread-safe. */
final class AddressQuota {
    private final int most;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    AddressQuota(int most) {
        this.most = most;
    }

    /** Takes some; false, and nothing is taken, where it would be more than may be. */
    boolean take(String address, int amount) {
        boolean[] granted = {false};
        taken.compute(address, (key, before) -> {
            int has = before == null ? 0 : before;
            granted[0] = amount <= most - has;
            return granted[0] ? Integer.valueOf(has + amount) : before;
        });
        return granted[0];
    }

    /** Gives back what was taken. */
    void giveBack(String address, int amount) {
        taken.computeIfPresent(address, (key, has) -> has > amount ? has - amount : null);
    }
}
