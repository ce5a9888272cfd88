package org.openbankmark.topology.runtime.consumer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.topic.Topic;

/** What all generated consumers are. Safe for use by several threads. */
public abstract class TopicConsumer implements ConsumerControl {
    private final ConsumerControl control;

    /** For generated code. */
    protected TopicConsumer(ConsumerControl control) {
        this.control = control;
    }

    @Override
    public final ConsumerState state() {
        return control.state();
    }

    @Override
    public final Optional<Throwable> failure() {
        return control.failure();
    }

    @Override
    public final OptionalLong lag() {
        return control.lag();
    }

    @Override
    public final ConsumerCounters counters() {
        return control.counters();
    }

    @Override
    public final CompletableFuture<Void> stopped() {
        return control.stopped();
    }

    @Override
    public final void close() {
        control.close();
    }

    @Override
    public final void close(Duration limit) {
        control.close(limit);
    }

    /**
     * Says what a consumer shall do. Not thread-safe.
     *
     * @param <T> the record
     * @param <C> the generated consumer
     * @param <B> the generated builder
     */
    public abstract static class Builder<T, C extends TopicConsumer, B extends Builder<T, C, B>> {
        private final Connection connection;
        private final Topic<T> topic;
        private @Nullable String group;
        private @Nullable RecordHandler<T> handler;
        private @Nullable BatchHandler<T> batchHandler;
        private @Nullable DeletionHandler deletionHandler;
        private RetryPolicy retry = RetryPolicy.exponential(10, Duration.ofMillis(100), Duration.ofSeconds(10));
        private @Nullable String deadLetter;
        private int maxBatch = 500;
        private final Map<String, String> settings = new LinkedHashMap<>();

        /** For generated code. */
        protected Builder(Connection connection, Topic<T> topic, @Nullable String group) {
            this.connection = connection;
            this.topic = topic;
            this.group = group;
            this.deadLetter = topic.deadLetter().orElse(null);
        }

        /** This builder as the generated type. */
        protected abstract B self();

        /** For generated code: wraps the started consumer. */
        protected abstract C wrap(ConsumerControl control);

        /** The consumer group, Kafka's {@code group.id}. Needed, unless the service's own name is it. */
        public B group(String name) {
            this.group = name;
            return self();
        }

        /** What to do with each record. Replaces a handler given before. */
        public B handler(RecordHandler<T> recordHandler) {
            this.handler = recordHandler;
            this.batchHandler = null;
            return self();
        }

        /** What to do with the records of a poll together. Replaces a handler given before. */
        public B batchHandler(BatchHandler<T> recordsHandler) {
            this.batchHandler = recordsHandler;
            this.handler = null;
            return self();
        }

        /**
         * What to do with records without a value (tombstones), whatever the other handler is; a batch ends before one. Without
         * this handler such a record cannot be handled: it goes to the dead-letter topic, or stops the consumer.
         */
        public B deletionHandler(DeletionHandler handler) {
            this.deletionHandler = handler;
            return self();
        }

        /** Most records handed to a batch handler at once; 500 unless said. */
        public B maxBatch(int records) {
            this.maxBatch = records;
            return self();
        }

        /** How failures are tried again; 10 attempts, 100 ms doubling to 10 s, unless said. */
        public B retry(RetryPolicy policy) {
            this.retry = policy;
            return self();
        }

        /** The topic for what could not be handled, instead of the one that the topology names. */
        public B deadLetter(String topicName) {
            this.deadLetter = topicName;
            return self();
        }

        /** A Kafka consumer setting of this consumer alone. */
        public B setting(String name, String value) {
            this.settings.put(name, value);
            return self();
        }

        /**
         * Starts the consumer.
         *
         * @throws IllegalStateException if a group or a handler is missing
         * @throws org.openbankmark.topology.runtime.client.StartException if the topic or its schema is missing, or the
         *     cluster or registry cannot be reached
         */
        public C start() {
            String groupId = group;
            if (groupId == null || groupId.isEmpty()) {
                throw new IllegalStateException("the consumer of " + topic + " needs a group: call group(\"…\")");
            }
            if (handler == null && batchHandler == null) {
                throw new IllegalStateException("the consumer of " + topic + " needs a handler: call handler(…)");
            }
            return wrap(connection.consume(new ConsumerSpec<>(
                    topic,
                    groupId,
                    Optional.ofNullable(handler),
                    Optional.ofNullable(batchHandler),
                    Optional.ofNullable(deletionHandler),
                    retry,
                    Optional.ofNullable(deadLetter),
                    maxBatch,
                    settings)));
        }
    }
}
