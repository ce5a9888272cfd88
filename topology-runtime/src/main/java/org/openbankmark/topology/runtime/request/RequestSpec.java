package org.openbankmark.topology.runtime.request;

import java.time.Duration;
import java.util.List;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * A command topic and the topics of its replies. A reply belongs to the command with the same key.
 *
 * @param timeout how long a command waits for its reply
 * @param maxPending most commands that wait at once
 * @param <C> the command
 * @param <R> what the replies have in common
 */
public record RequestSpec<C, R>(Topic<C> commands, List<Topic<? extends R>> replies, Duration timeout, int maxPending) {

    /** @throws IllegalArgumentException if a limit lets no command through */
    public RequestSpec {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "requests of " + commands + " need time for a reply: the timeout is above zero, not " + timeout);
        }
        if (maxPending < 1) {
            throw new IllegalArgumentException(
                    "requests of " + commands + " need a place to wait: maxPending is from 1, not " + maxPending);
        }
        replies = List.copyOf(replies);
    }
}
