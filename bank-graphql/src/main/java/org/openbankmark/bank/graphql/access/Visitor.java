package org.openbankmark.bank.graphql.access;

import graphql.GraphQLContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Viewer;

/** Who asks, with one operation. Thread-safe. */
public final class Visitor {
    private final String address;
    private final @Nullable SocketConnection connection;
    private volatile @Nullable Session session;
    private volatile boolean changed;

    /**
     * A visitor.
     *
     * @param address where it comes from
     * @param session with which it came; null for none
     * @param connection which follows its logins; null over HTTP
     */
    Visitor(String address, @Nullable Session session, @Nullable SocketConnection connection) {
        this.address = address;
        this.session = session;
        this.connection = connection;
    }

    /** The visitor of the operation that is carried out. */
    public static Visitor of(GraphQLContext context) {
        Visitor visitor = context.get(Visitor.class);
        if (visitor == null) {
            throw new IllegalStateException("nobody found out who asks");
        }
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

    /** It has logged in. What runs goes on with the session that it began with. */
    public void enter(Session entered) {
        session = entered;
        changed = true;
        if (connection != null) {
            connection.enter(entered);
        }
    }

    /** It has logged out. */
    public void leave() {
        Session left = session;
        session = null;
        changed = true;
        if (connection != null && left != null) {
            connection.leave(left);
        }
    }

    /** Whether it has logged in or out, so that its cookie must follow. */
    boolean hasChanged() {
        return changed;
    }
}
