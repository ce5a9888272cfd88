package org.openbankmark.bank.graphql.access;

import graphql.GraphQLContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Viewer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Who asks, over one HTTP request or one WebSocket connection. Thread-safe. */
public final class Visitor {
    private final String address;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private volatile Sinks.Empty<Void> expelled = Sinks.empty();
    private volatile @Nullable Session session;
    private volatile @Nullable String claim;
    private volatile boolean changed;

    /**
     * A visitor.
     *
     * @param address where it comes from
     * @param session with which it came; null for none
     */
    public Visitor(String address, @Nullable Session session) {
        this.address = address;
        this.session = session;
    }

    /** The visitor of the operation that is carried out. */
    public static Visitor of(GraphQLContext context) {
        Visitor visitor = context.get(Visitor.class);
        if (visitor == null) {
            throw new IllegalStateException("nobody found out who asks");
        }
        return visitor;
    }

    /**
     * A visitor whose session has still to be looked up.
     *
     * @param claim the secret that it came with; null for none
     */
    static Visitor claiming(String address, @Nullable String claim) {
        Visitor visitor = new Visitor(address, null);
        visitor.claim = claim;
        return visitor;
    }

    /** Where it comes from, without the port. */
    public String address() {
        return address;
    }

    /** Its session; empty while it is not logged in. */
    public Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /** Who is logged in. */
    public Optional<Viewer> viewer() {
        return session().map(Session::viewer);
    }

    /** It has logged in. */
    public void enter(Session entered) {
        expelled = Sinks.empty();
        session = entered;
        changed = true;
    }

    /** It has logged out. */
    public void leave() {
        session = null;
        changed = true;
    }

    /** Looks again whether its session is there: it may have been ended elsewhere, or have expired. */
    void confirm(Function<String, Optional<Session>> sessions) {
        Session entered = session;
        String secret = entered == null ? claim : entered.secret();
        if (secret == null) {
            return;
        }
        Optional<Session> found = sessions.apply(secret);
        if (found.isPresent()) {
            session = found.get();
        } else if (entered != null) {
            expel();
        }
        claim = null;
    }

    /** Its session has ended from elsewhere, and with it all that runs. */
    void expel() {
        session = null;
        expelled.tryEmitEmpty();
    }

    /** Completes when what runs now must end. */
    Mono<Void> expulsion() {
        return expelled.asMono();
    }

    /** Whether it has logged in or out, so that its cookie must follow. */
    boolean hasChanged() {
        return changed;
    }

    /** Takes one of so many places for subscriptions; false when there is none left. */
    boolean subscribe(int most) {
        if (subscriptions.incrementAndGet() <= most) {
            return true;
        }
        subscriptions.decrementAndGet();
        return false;
    }

    /** Gives a place back; true if it was the last. */
    boolean unsubscribe() {
        return subscriptions.decrementAndGet() == 0;
    }
}
