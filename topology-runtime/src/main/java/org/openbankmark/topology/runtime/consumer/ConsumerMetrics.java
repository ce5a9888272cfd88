package org.openbankmark.topology.runtime.consumer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A consumer's figures for Micrometer, which must be on the class path: {@code topology.consumer.lag} (NaN before the first
 * assignment), {@code .handled}, {@code .retries}, {@code .dead.lettered}, and {@code .state}, which is 1 for the state it is
 * in and 0 for the others. Tagged with topic and group.
 */
public final class ConsumerMetrics implements MeterBinder {
    private final ConsumerControl consumer;
    private final Tags tags;

    /** For a consumer; it stays the caller's. */
    public ConsumerMetrics(ConsumerControl consumer, String topic, String group) {
        this.consumer = consumer;
        this.tags = Tags.of("topic", topic, "group", group);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("topology.consumer.lag", consumer, ConsumerMetrics::lag)
                .description("Records behind the end of the consumer's partitions")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder(
                        "topology.consumer.handled", consumer, c -> c.counters().handled())
                .description("Records handled with success")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder(
                        "topology.consumer.retries", consumer, c -> c.counters().retries())
                .description("Attempts beyond the first")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("topology.consumer.dead.lettered", consumer, c -> c.counters()
                        .deadLettered())
                .description("Records written to the dead-letter topic")
                .tags(tags)
                .register(registry);
        for (ConsumerState state : ConsumerState.values()) {
            Gauge.builder("topology.consumer.state", consumer, c -> c.state() == state ? 1 : 0)
                    .description("1 for the state that the consumer is in")
                    .tags(tags.and("state", state.name().toLowerCase(Locale.ROOT)))
                    .register(registry);
        }
    }

    private static double lag(ConsumerControl consumer) {
        OptionalLong lag = consumer.lag();
        return lag.isPresent() ? lag.getAsLong() : Double.NaN;
    }
}
