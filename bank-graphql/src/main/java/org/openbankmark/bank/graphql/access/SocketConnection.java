package org.openbankmark.bank.graphql.access;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.login.Session;

/**
 * One WebSocket connection: who is logged in on it, and how many subscriptions it has. It keeps the secret alone and each
 * operation looks its session up: one that has ended elsewhere is none, and a look-up cannot undo a login that came meanwhile.
 * Thread-safe.
 */
final class SocketConnection {
    private final String address;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private @Nullable String secret;

    /**
     * A connection.
     *
     * @param address where it comes from, without the port
     * @param claim the secret that it came with; null for none
     */
    SocketConnection(String address, @Nullable String claim) {
        this.address = address;
        this.secret = claim;
    }

    /** Who asks with an operation that begins now. */
    Visitor visitor(Function<String, Optional<Session>> sessions) {
        String asked = secret();
        if (asked == null) {
            return new Visitor(address, null, this);
        }
        Optional<Session> found = sessions.apply(asked);
        if (found.isEmpty()) {
            forget(asked);
        }
        return new Visitor(address, found.orElse(null), this);
    }

    private synchronized @Nullable String secret() {
        return secret;
    }

    /** What comes next comes with this session. */
    synchronized void enter(Session entered) {
        secret = entered.secret();
    }

    /** What comes next does not come with this session; another that was entered meanwhile stays. */
    void leave(Session left) {
        forget(left.secret());
    }

    private synchronized void forget(String ended) {
        if (ended.equals(secret)) {
            secret = null;
        }
    }

    /** Where it comes from, without the port. */
    String address() {
        return address;
    }

    /** Takes one of so many places for subscriptions; false when there is none left. */
    boolean subscribe(int most) {
        if (subscriptions.incrementAndGet() <= most) {
            return true;
        }
        subscriptions.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    void unsubscribe() {
        subscriptions.decrementAndGet();
    }
}
