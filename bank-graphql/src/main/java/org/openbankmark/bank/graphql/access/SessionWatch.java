package org.openbankmark.bank.graphql.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Ends what runs for a session soon after the session has ended, wherever that was: subscriptions began with it, and must not
 * outlive it. One look a second at all of them. Thread-safe.
 */
@Component
final class SessionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final Set<Visitor> watched = ConcurrentHashMap.newKeySet();
    private final Scheduler thread = Schedulers.newSingle("session-watch", true);
    private final Disposable looking;

    SessionWatch(Sessions sessions) {
        this.sessions = sessions;
        this.looking = Flux.interval(LOOK, thread).onBackpressureDrop().subscribe(tick -> look());
    }

    /** Watches a visitor who has a subscription. */
    void add(Visitor visitor) {
        watched.add(visitor);
    }

    /** The visitor has none any more. */
    void remove(Visitor visitor) {
        watched.remove(visitor);
    }

    private void look() {
        Set<String> secrets = watched.stream()
                .map(Visitor::session)
                .flatMap(Optional::stream)
                .map(Session::secret)
                .collect(Collectors.toSet());
        if (secrets.isEmpty()) {
            return;
        }
        try {
            Set<String> living = sessions.living(secrets);
            for (Visitor visitor : watched) {
                // Only of those that were asked for: another may have begun since.
                visitor.session()
                        .map(Session::secret)
                        .filter(secret -> secrets.contains(secret) && !living.contains(secret))
                        .ifPresent(ended -> visitor.expel());
            }
        } catch (DataAccessException away) {
            LOG.atDebug().log("sessions are looked at again when the database answers: {}", away.toString());
        }
    }

    @Override
    public void close() {
        looking.dispose();
        thread.dispose();
    }
}
