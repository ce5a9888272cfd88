package org.openbankmark.topology.runtime.request;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each reply to the command that waits for it. Replies to others' commands, late ones and duplicates are passed over
 * by their key alone, without being decoded. Called by one thread, which is not held up by replies whose schema must be fetched.
 *
 * @param <R> what the replies have in common
 */
public final class ReplyMatcher<R> {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyMatcher.class);

    private final PendingReplies<R> pending;
    private final Map<String, TopicDecoder<? extends R>> decoders;
    private final Executor aside;
    // Only replies that are waited for get here, and those that are not any more leave with the next look.
    private final Queue<Undecoded<R>> ofNewSchemas = new ConcurrentLinkedQueue<>();
    // Of deserializers of the user's, which only the calling thread uses.
    private final Queue<Undecoded<R>> ofOthers = new ArrayDeque<>();
    private final AtomicBoolean decoding = new AtomicBoolean();

    /** It belongs to that future, whatever waits with its key later. */
    private record Undecoded<R>(ConsumerRecord<byte[], byte[]> raw, CompletableFuture<R> reply) {
        boolean isDone() {
            return reply.isDone();
        }
    }

    /**
     * @param decoders by the name of the reply topic
     * @param aside where replies are decoded whose schema must be fetched; runs one task at a time
     */
    public ReplyMatcher(PendingReplies<R> pending, Map<String, TopicDecoder<? extends R>> decoders, Executor aside) {
        this.pending = pending;
        this.decoders = Map.copyOf(decoders);
        this.aside = aside;
    }

    /** A record of a reply topic. */
    public void received(ConsumerRecord<byte[], byte[]> raw) {
        TopicDecoder<? extends R> decoder = decoder(raw);
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
        Undecoded<R> waiting = new Undecoded<>(raw, reply);
        if (!decoder.decodesAtOnce(raw)) {
            ofNewSchemas.add(waiting);
            decodeAside();
        } else if (!decode(waiting)) {
            ofOthers.add(waiting);
        }
    }

    /** Tries again what could not be decoded while the registry was away. What timed out meanwhile is forgotten. */
    public void retryUndecoded() {
        for (int i = ofOthers.size(); i > 0; i--) {
            Undecoded<R> next = ofOthers.remove();
            if (!next.isDone() && !decode(next)) {
                ofOthers.add(next);
            }
        }
        // The thread aside may hang for as long as the registry does, while others take the places of those that gave
        // up.
        ofNewSchemas.removeIf(Undecoded::isDone);
        if (!ofNewSchemas.isEmpty()) {
            decodeAside();
        }
    }

    /** Whether some could not be decoded. */
    public boolean hasUndecoded() {
        return !ofNewSchemas.isEmpty() || !ofOthers.isEmpty();
    }

    private void decodeAside() {
        if (decoding.compareAndSet(false, true)) {
            aside.execute(this::decodeAll);
        }
    }

    private void decodeAll() {
        boolean available = true;
        try {
            for (Undecoded<R> next = ofNewSchemas.poll(); next != null; next = available ? ofNewSchemas.poll() : null) {
                available = next.isDone() || decode(next);
                if (!available) {
                    ofNewSchemas.add(next); // behind the others: the registry may have their schemas
                }
            }
        } finally {
            decoding.set(false);
        }
        if (available && !ofNewSchemas.isEmpty()) {
            decodeAside(); // came since the last look
        }
    }

    /** Whether the reply is done with; it is not while its schema cannot be had. */
    private boolean decode(Undecoded<R> waiting) {
        ConsumerRecord<byte[], byte[]> raw = waiting.raw();
        try {
            pending.complete(waiting.reply(), decoder(raw).value(raw));
            return true;
        } catch (UnreadableRecordException unreadable) {
            pending.fail(waiting.reply(), unreadable);
            return true;
        } catch (RuntimeException notNow) {
            LOG.warn("a reply in {} cannot be decoded now and is tried again: {}", raw.topic(), notNow.toString());
            return false;
        } catch (Error broken) {
            pending.fail(waiting.reply(), broken);
            throw broken;
        }
    }

    private TopicDecoder<? extends R> decoder(ConsumerRecord<byte[], byte[]> raw) {
        return Objects.requireNonNull(decoders.get(raw.topic()), raw.topic());
    }
}
