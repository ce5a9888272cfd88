package org.openbankmark.topology.runtime.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/**
 * A topic of records of type {@code T}, as its topology describes it. Immutable and safe for use by several threads.
 *
 * @param <T> the record; for a topic of several types their common interface
 */
public final class Topic<T> {
    private final String name;
    private final List<RecordCodec<? extends T>> codecs;
    private final boolean severalTypes;
    private final int partitions;
    private final int replicas;
    private final Map<String, String> config;
    private final Key<T> key;
    private final Optional<String> deadLetter;

    private Topic(Builder<T> builder) {
        this.name = builder.name;
        this.codecs = List.copyOf(builder.codecs);
        this.severalTypes = builder.severalTypes;
        this.partitions = builder.partitions;
        this.replicas = builder.replicas;
        this.config = Collections.unmodifiableMap(new TreeMap<>(builder.config));
        this.key = builder.key;
        this.deadLetter = Optional.ofNullable(builder.deadLetter);
    }

    /** A topic of one type: subject {@code <topic>-value}. */
    public static <T extends SpecificRecord> Builder<T> of(String name, RecordCodec<T> codec) {
        return new Builder<>(name, List.of(codec), false);
    }

    /** A topic of several types: a subject {@code <topic>-<record's full name>} for each. */
    public static <T> Builder<T> ofSeveral(String name, List<RecordCodec<? extends T>> codecs) {
        return new Builder<>(name, codecs, true);
    }

    /** The topic's name in Kafka. */
    public String name() {
        return name;
    }

    /** How each of its types is written and read; at least one. */
    public List<RecordCodec<? extends T>> codecs() {
        return codecs;
    }

    /** The registry's subject for values of a codec of this topic. */
    public String subject(RecordCodec<? extends T> codec) {
        return severalTypes ? name + "-" + codec.schema().getFullName() : name + "-value";
    }

    /** As the topology says; a live topic may have more. */
    public int partitions() {
        return partitions;
    }

    /** As the topology says; a small cluster may have fewer. */
    public int replicas() {
        return replicas;
    }

    /** Topic settings by Kafka's own names. */
    public Map<String, String> config() {
        return config;
    }

    /** Where the key of a record comes from. */
    public Key<T> key() {
        return key;
    }

    /** The name of the topic for what consumers could not handle. */
    public Optional<String> deadLetter() {
        return deadLetter;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * For generated code. Not thread-safe.
     *
     * @param <T> the record
     */
    public static final class Builder<T> {
        private final String name;
        private final List<RecordCodec<? extends T>> codecs;
        private final boolean severalTypes;
        private int partitions = 1;
        private int replicas = 1;
        private final Map<String, String> config = new TreeMap<>();
        private Key<T> key = Key.none();
        private @Nullable String deadLetter;

        private Builder(String name, List<RecordCodec<? extends T>> codecs, boolean severalTypes) {
            this.name = name;
            this.codecs = new ArrayList<>(codecs);
            this.severalTypes = severalTypes;
        }

        public Builder<T> partitions(int count) {
            this.partitions = count;
            return this;
        }

        public Builder<T> replicas(int count) {
            this.replicas = count;
            return this;
        }

        public Builder<T> config(String setting, String value) {
            this.config.put(setting, value);
            return this;
        }

        /** Keyed by the text that the function takes from a record. */
        public Builder<T> key(Function<T, String> fromRecord) {
            this.key = Key.from(fromRecord);
            return this;
        }

        /** Keyed by the time of sending. */
        public Builder<T> keyIsTime() {
            this.key = Key.time();
            return this;
        }

        public Builder<T> deadLetter(String topic) {
            this.deadLetter = topic;
            return this;
        }

        public Topic<T> build() {
            return new Topic<>(this);
        }
    }
}
