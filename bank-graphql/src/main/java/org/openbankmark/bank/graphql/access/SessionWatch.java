package org.openbankmark.bank.graphql.access;

import java.time.Duration;
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
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells when a session has ended, wherever that was, by expiry or by a logout, soon after: what began with it must not outlive
 * it. One look a second at all of them. Thread-safe.
 */
@Component
final class SessionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Scheduler thread = Schedulers.newSingle("session-watch", true);
    private final Disposable looking;

    SessionWatch(Sessions sessions) {
        this.sessions = sessions;
        this.looking = Flux.interval(LOOK, thread).onBackpressureDrop().subscribe(tick -> look());
    }

    /** One who wants to know; each has an entry of its own, so that none goes with another's. */
    private static final class Watched {
        private final String secret;
        private final MonoSink<Void> end;

        private Watched(String secret, MonoSink<Void> end) {
            this.secret = secret;
            this.end = end;
        }
    }

    /** Completes when this session has ended; watched as long as somebody is subscribed. */
    Mono<Void> end(Session session) {
        return Mono.create(sink -> {
            Watched one = new Watched(session.secret(), sink);
            sink.onDispose(() -> watched.remove(one));
            watched.add(one);
        });
    }

    private void look() {
        Set<String> secrets = watched.stream().map(one -> one.secret).collect(Collectors.toSet());
        if (secrets.isEmpty()) {
            return;
        }
        try {
            Set<String> living = sessions.living(secrets);
            for (Watched one : watched) {
                // Only of those that were asked for: another may have come since.
                if (secrets.contains(one.secret) && !living.contains(one.secret)) {
                    one.end.success();
                }
            }
        } catch (DataAccessException away) {
            LOG.atDebug().log("sessions are looked at again when the database answers: {}", away.toString());
        } catch (RuntimeException broken) {
            // Thrown on, it would end the looking, and no session would end any stream any more.
            LOG.atError().setCause(broken).log("sessions could not be looked at; they are again in a second");
        }
    }

    @Override
    public void close() {
        looking.dispose();
        thread.dispose();
    }
}
