package org.openbankmark.bank.graphql.limits;

import org.springframework.stereotype.Component;

/** Counts the subscriptions that each address has over WebSockets, up to a limit: for each of them answers may wait. Thread-safe. */
@Component
public final class OpenSubscriptions {
    private final AddressQuota open;

    OpenSubscriptions(Limits limits) {
        this.open = new AddressQuota(limits.subscriptionsPerAddress());
    }

    /** Counts one more; false, and not counted, when there are as many as may be. */
    public boolean begin(String address) {
        return open.take(address, 1);
    }

    /** One has ended. */
    public void end(String address) {
        open.giveBack(address, 1);
    }
}
