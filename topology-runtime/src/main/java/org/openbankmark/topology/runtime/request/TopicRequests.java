package org.openbankmark.topology.runtime.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * What all generated request clients are. Safe for use by several threads.
 *
 * @param <C> the command
 * @param <R> what its replies have in common
 */
public abstract class TopicRequests<C, R> implements RequestChannel<C, R> {
    private final RequestChannel<C, R> channel;

    /** For generated code. */
    protected TopicRequests(RequestChannel<C, R> channel) {
        this.channel = channel;
    }

    @Override
    public final CompletableFuture<R> send(C command) {
        return channel.send(command);
    }

    @Override
    public final int pending() {
        return channel.pending();
    }

    @Override
    public final Optional<Throwable> failure() {
        return channel.failure();
    }

    @Override
    public final void close() {
        channel.close();
    }

    /**
     * Says how requests are made. Not thread-safe.
     *
     * @param <C> the command
     * @param <R> what its replies have in common
     * @param <Q> the generated request client
     */
    public abstract static class Builder<C, R, Q extends TopicRequests<C, R>> {
        private final Connection connection;
        private final Topic<C> commands;
        private final List<Topic<? extends R>> replies;
        private Duration timeout = Duration.ofSeconds(30);
        private int maxPending = 10_000;

        /** For generated code. */
        protected Builder(Connection connection, Topic<C> commands, List<Topic<? extends R>> replies) {
            this.connection = connection;
            this.commands = commands;
            this.replies = replies;
        }

        /** For generated code: wraps the started channel. */
        protected abstract Q wrap(RequestChannel<C, R> channel);

        /** How long a command waits for its reply; 30 s unless said. */
        public Builder<C, R, Q> timeout(Duration limit) {
            this.timeout = limit;
            return this;
        }

        /** Most commands that wait at once; 10,000 unless said. */
        public Builder<C, R, Q> maxPending(int commandsAtOnce) {
            this.maxPending = commandsAtOnce;
            return this;
        }

        /**
         * Starts.
         *
         * @throws org.openbankmark.topology.runtime.client.StartException if a topic or a schema is missing, or the
         *     cluster or registry cannot be reached
         */
        public Q start() {
            return wrap(connection.requests(new RequestSpec<>(commands, replies, timeout, maxPending)));
        }
    }
}
