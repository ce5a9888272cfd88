package org.openbankmark.bank.graphql.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what each address has open, up to a limit; an address that has nothing open takes no memory. Thread-safe. */
final class AddressCount {
    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    AddressCount(int most) {
        this.most = most;
    }

    /** Counts one more; false, and not counted, when there are as many as may be. */
    boolean enter(String address) {
        boolean[] entered = {false};
        open.compute(address, (key, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    void leave(String address) {
        open.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }
}
