package org.openbankmark.bank.graphql.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * Counts the WebSockets and event streams that each address has open, up to a limit; an address that has none takes no memory.
 * Thread-safe.
 */
@Component
public final class OpenConnections {
    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    OpenConnections(Limits limits) {
        this.most = limits.connectionsPerAddress();
    }

    /** Counts one more; false, and not counted, when there are as many as may be. */
    public boolean enter(String address) {
        boolean[] entered = {false};
        open.compute(address, (key, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    /** One is closed. */
    public void leave(String address) {
        open.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }
}
