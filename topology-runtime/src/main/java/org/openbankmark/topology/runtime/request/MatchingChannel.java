package org.openbankmark.topology.runtime.request;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * Sends commands and hands out the futures of their replies, which a {@link ReplyMatcher} completes.
 *
 * @param <C> the command
 * @param <R> what its replies have in common
 */
public final class MatchingChannel<C, R> implements RequestChannel<C, R> {
    private final Topic<C> commands;
    private final RecordSender<C> sender;
    private final PendingReplies<R> pending;
    private final ScheduledExecutorService timer;
    private final AutoCloseable replies;
    private final Supplier<Optional<Throwable>> failure;
    private final InstantSource clock;
    private final Consumer<? super MatchingChannel<C, R>> whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param timer of the pending replies; ended with the channel
     * @param replies the reading of replies; closed with the channel
     * @param failure why no replies are read now
     * @param whenClosed told once, so that whoever would close the channel later can forget it
     */
    public MatchingChannel(
            Topic<C> commands,
            RecordSender<C> sender,
            PendingReplies<R> pending,
            ScheduledExecutorService timer,
            AutoCloseable replies,
            Supplier<Optional<Throwable>> failure,
            InstantSource clock,
            Consumer<? super MatchingChannel<C, R>> whenClosed) {
        this.commands = commands;
        this.sender = sender;
        this.pending = pending;
        this.timer = timer;
        this.replies = replies;
        this.failure = failure;
        this.clock = clock;
        this.whenClosed = whenClosed;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a failed send fails the reply
    public CompletableFuture<R> send(C command) {
        String key;
        try {
            key = commands.key().of(command, clock);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
        if (key == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "the command of " + commands + " has no key, by which its reply could be known"));
        }
        CompletableFuture<R> reply = pending.expect(key);
        if (!reply.isDone()) {
            sender.send(command).whenComplete((sent, failure) -> {
                if (failure != null) {
                    reply.completeExceptionally(failure);
                }
            });
        }
        return reply;
    }

    @Override
    public int pending() {
        return pending.size();
    }

    @Override
    public Optional<Throwable> failure() {
        return failure.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            whenClosed.accept(this);
            pending.end(new IllegalStateException("the requests of " + commands + " were closed before a reply came"));
            timer.shutdownNow();
            try {
                replies.close();
            } catch (Exception failure) {
                throw new IllegalStateException("the replies to " + commands + " could not be closed", failure);
            }
        }
    }
}
