package org.openbankmark.bank.graphql.limits;

import org.springframework.stereotype.Component;

/** Counts the WebSockets and event streams that each address has open, up to a limit. Thread-safe. */
@Component
public final class OpenConnections {
    private final AddressQuota open;

    OpenConnections(Limits limits) {
        this.open = new AddressQuota(limits.connectionsPerAddress());
    }

    /** Counts one more; false, and not counted, when there are as many as may be. */
    public boolean enter(String address) {
        return open.take(address, 1);
    }

    /** One is closed. */
    public void leave(String address) {
        open.giveBack(address, 1);
    }
}
