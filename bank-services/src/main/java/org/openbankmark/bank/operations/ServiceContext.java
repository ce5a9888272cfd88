package org.openbankmark.bank.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerMetrics;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service is given to start with, and where it leaves what must be closed. Safe for use by several threads. */
public final class ServiceContext {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceContext.class);
    /** Of the 10 s that a stop may take in all; the rest is for what is sent last. */
    private static final Duration CONSUMER_CLOSE_LIMIT = Duration.ofSeconds(6);

    private final Environment environment;
    private final Settings settings;
    private final MeterRegistry meters;
    private final Health health;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Deque<Resource> resources = new ArrayDeque<>();

    private record Resource(String name, AutoCloseable resource) {}

    ServiceContext(Environment environment, Settings settings, MeterRegistry meters, Health health) {
        this.environment = environment;
        this.settings = settings;
        this.meters = meters;
        this.health = health;
    }

    /** The service's own settings. */
    public Environment environment() {
        return environment;
    }

    /** The settings of Kafka's clients and of the registry, with a {@link Takeover}. */
    public Settings kafka() {
        return settings;
    }

    /** Where meters are registered; they are served under /metrics. */
    public MeterRegistry meters() {
        return meters;
    }

    /** Where checks are added; they are served under /health/ready. */
    public Health health() {
        return health;
    }

    /** Closes this when the service stops, before all that was handed over earlier. */
    public synchronized <T extends AutoCloseable> T closing(String name, T resource) {
        resources.push(new Resource(name, resource));
        return resource;
    }

    /**
     * Takes over a started consumer: its metrics and its health are served, it is closed when the service stops, and when
     * it fails the service ends, since nothing would be handled behind its back.
     */
    public void consumer(String topic, String group, ConsumerControl consumer) {
        closing("consumer of " + topic, () -> consumer.close(CONSUMER_CLOSE_LIMIT));
        new ConsumerMetrics(consumer, topic, group).bindTo(meters);
        health.needs("consumer of " + topic, () -> problem(consumer));
        CompletableFuture<Void> unused = consumer.stopped().whenComplete((done, failed) -> {
            if (failed != null) {
                fail(new IllegalStateException("the consumer of " + topic + " cannot go on: " + failed, failed));
            }
        });
    }

    /** Ends the service with exit code 1, because it cannot do its work any more. */
    public void fail(Throwable reason) {
        failure.completeExceptionally(reason);
    }

    CompletableFuture<Void> failure() {
        return failure;
    }

    void close() {
        for (Resource next = poll(); next != null; next = poll()) {
            try {
                next.resource().close();
            } catch (Exception notClosed) {
                LOG.atWarn().setCause(notClosed).log("{} could not be closed in order", next.name());
            }
        }
    }

    private synchronized @Nullable Resource poll() {
        return resources.poll();
    }

    private static Optional<String> problem(ConsumerControl consumer) {
        ConsumerState state = consumer.state();
        return switch (state) {
            case RUNNING -> Optional.empty();
            case STARTING -> Optional.of("is joining its group");
            case RETRYING -> Optional.of("holds records back and tries them again; the log says why");
            case DISCONNECTED -> Optional.of("no broker answers; it goes on by itself when one does");
            case CLOSING, CLOSED -> Optional.of("is stopping");
            case FAILED ->
                Optional.of("has stopped: "
                        + consumer.failure().map(Throwable::toString).orElse("unknown"));
        };
    }
}
