package org.openbankmark.topology.runtime.request;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each reply to the command that waits for it. Replies to others' commands, late ones and duplicates are passed over
 * by their key alone, without being decoded. Called by one thread.
 *
 * @param <R> what the replies have in common
 */
public final class ReplyMatcher<R> {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyMatcher.class);

    private final PendingReplies<R> pending;
    private final Map<String, TopicDecoder<? extends R>> decoders;
    // Only replies that are waited for get here, so there are never more than may be pending.
    private final Deque<ConsumerRecord<byte[], byte[]>> undecoded = new ArrayDeque<>();

    /** @param decoders by the name of the reply topic */
    public ReplyMatcher(PendingReplies<R> pending, Map<String, TopicDecoder<? extends R>> decoders) {
        this.pending = pending;
        this.decoders = Map.copyOf(decoders);
    }

    /** A record of a reply topic. */
    public void received(ConsumerRecord<byte[], byte[]> raw) {
        TopicDecoder<? extends R> decoder = Objects.requireNonNull(decoders.get(raw.topic()), raw.topic());
        String key;
        try {
            key = decoder.key(raw);
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "a record of reply topic {} has a key that cannot be read: {}", raw.topic(), unreadable.toString());
            return;
        }
        CompletableFuture<R> reply = key == null ? null : pending.waitingFor(key);
        if (reply == null) {
            return;
        }
        try {
            pending.complete(reply, decoder.decode(raw).value());
        } catch (UnreadableRecordException unreadable) {
            pending.fail(reply, unreadable);
        } catch (RuntimeException notNow) {
            LOG.warn("a reply in {} cannot be decoded now and is tried again: {}", raw.topic(), notNow.toString());
            undecoded.add(raw);
        }
    }

    /** Tries again what could not be decoded while the registry was away. What timed out meanwhile is forgotten. */
    public void retryUndecoded() {
        for (int i = undecoded.size(); i > 0; i--) {
            received(undecoded.remove());
        }
    }

    /** Whether some could not be decoded. */
    public boolean hasUndecoded() {
        return !undecoded.isEmpty();
    }
}
