package org.openbankmark.topology.runtime.poll;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which errors of a poll are waited out: those that Kafka calls retriable without end, refused credentials and permissions
 * for a limited time (they may just be being granted) unless told otherwise, anything else not at all. For the poll thread alone.
 */
final class PollFaults {
    private static final Logger LOG = LoggerFactory.getLogger("org.openbankmark.topology.runtime.consumer");
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final String name;
    private final Optional<Duration> patience;
    private @Nullable Long refusedSince;
    private int inARow;

    /** @param patience how long refused credentials or permissions are tried again */
    PollFaults(String name, Duration patience) {
        this(name, Optional.of(patience));
    }

    /** @param patience how long refused credentials or permissions are tried again; without end if empty */
    PollFaults(String name, Optional<Duration> patience) {
        this.name = name;
        this.patience = patience;
    }

    /** A poll went well. */
    void none() {
        refusedSince = null;
        inARow = 0;
    }

    /**
     * How long to wait before the next poll.
     *
     * @throws KafkaException the failure itself, if there is to be no other poll
     */
    Duration waitAfter(KafkaException failure) {
        inARow++;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(5, inARow - 1));
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        if (failure instanceof FencedInstanceIdException) {
            throw failure;
        }
        if (failure instanceof AuthorizationException || failure instanceof AuthenticationException) {
            long now = System.nanoTime();
            refusedSince = refusedSince == null ? now : refusedSince;
            if (patience.isPresent() && now - refusedSince > patience.get().toNanos()) {
                throw failure;
            }
            LOG.warn(
                    "{} is refused by the brokers, and {}: {}",
                    name,
                    patience.map(limit -> "gives up if this lasts " + limit.toSeconds() + " s")
                            .orElse("goes on trying"),
                    failure.toString());
            return wait;
        }
        if (failure instanceof RetriableException) {
            LOG.warn("{} could not read, and goes on trying: {}", name, failure.toString());
            return wait;
        }
        throw failure;
    }
}
