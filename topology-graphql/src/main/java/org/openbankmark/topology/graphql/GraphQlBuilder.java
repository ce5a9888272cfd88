package org.openbankmark.topology.graphql;

import graphql.schema.idl.RuntimeWiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.graphql.input.InputValue;
import org.openbankmark.topology.graphql.stream.Filters;
import org.openbankmark.topology.graphql.stream.StreamLimits;
import org.openbankmark.topology.graphql.stream.TopicStream;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Puts a topology's GraphQL together: generated code says what there is, the service says with which limits. Not thread-safe. */
public final class GraphQlBuilder {
    private final Connection connection;
    private final Access access;
    private final Class<?> owner;
    private final String sdlResource;
    private final List<Consumer<RuntimeWiring.Builder>> types = new ArrayList<>();
    private final List<Consumer<Start>> operations = new ArrayList<>();
    private StreamLimits limits = StreamLimits.DEFAULT;
    private Duration timeout = Duration.ofSeconds(30);
    private int maxPending = 10_000;
    private @Nullable Executor executor;

    /**
     * For generated code.
     *
     * @param owner the generated class, whose class loader has the schema
     */
    public GraphQlBuilder(Connection connection, Access access, Class<?> owner, String sdlResource) {
        this.connection = connection;
        this.access = access;
        this.owner = owner;
        this.sdlResource = sdlResource;
    }

    /** For generated code: wiring of types. */
    public GraphQlBuilder types(Consumer<RuntimeWiring.Builder> wiring) {
        types.add(wiring);
        return this;
    }

    /** For generated code: a subscription to a topic. */
    public <T> GraphQlBuilder subscription(String field, Topic<T> topic, Filters<T> filters, List<String> names) {
        operations.add(start -> start.subscription(field, topic, filters, names));
        return this;
    }

    /** For generated code: a mutation that sends a command. */
    public <C, R> GraphQlBuilder mutation(
            String field,
            Topic<C> commands,
            List<Topic<? extends R>> replies,
            Class<R> reply,
            Function<InputValue, C> reader) {
        operations.add(start -> start.mutation(field, commands, replies, reply, reader));
        return this;
    }

    /** How much subscribers may take; {@link StreamLimits#DEFAULT} unless said. */
    public GraphQlBuilder limits(StreamLimits streamLimits) {
        this.limits = streamLimits;
        return this;
    }

    /** How long a command waits for its reply; 30 s unless said. */
    public GraphQlBuilder timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** Most commands of one topic that wait at once; 10,000 unless said. */
    public GraphQlBuilder maxPending(int commandsAtOnce) {
        this.maxPending = commandsAtOnce;
        return this;
    }

    /**
     * Calls the subscribers, and goes on with a document once a mutation has its reply; it is not closed. Unless said, a pool for each
     * of the two, with a thread for each processor.
     */
    public GraphQlBuilder executor(Executor calling) {
        this.executor = calling;
        return this;
    }

    /**
     * Starts reading.
     *
     * @throws org.openbankmark.topology.runtime.client.StartException if a topic or a schema is missing, or the cluster or
     *     registry cannot be reached
     */
    public TopologyGraphQl start() {
        Start start = new Start();
        try {
            operations.forEach(operation -> operation.accept(start));
            return start.finish();
        } catch (RuntimeException failure) {
            start.undo(failure);
            throw failure;
        }
    }

    private final class Start {
        private final Map<String, TopicStream<?>> streams = new LinkedHashMap<>();
        private final Map<String, RequestChannel<?, ?>> channels = new LinkedHashMap<>();
        private final List<Consumer<RuntimeWiring.Builder>> wirings = new ArrayList<>(types);
        private final List<AutoCloseable> resources = new ArrayList<>();
        private final List<ExecutorService> pools = new ArrayList<>();
        private final Executor calling = executor != null ? executor : pool("topology-graphql-");
        private final Executor answering = executor != null ? executor : pool("topology-graphql-reply-");

        private <T> void subscription(String field, Topic<T> topic, Filters<T> filters, List<String> names) {
            TopicStream<T> stream = TopicStream.start(connection, topic, filters, limits, calling);
            resources.add(stream);
            streams.put(topic.name(), stream);
            SubscriptionFetcher<T> fetcher = new SubscriptionFetcher<>(topic, stream, names, access);
            wirings.add(wiring -> wiring.type("Subscription", type -> type.dataFetcher(field, fetcher)));
        }

        private <C, R> void mutation(
                String field,
                Topic<C> commands,
                List<Topic<? extends R>> replies,
                Class<R> reply,
                Function<InputValue, C> reader) {
            RequestChannel<C, R> channel =
                    connection.requests(new RequestSpec<>(commands, replies, timeout, maxPending));
            resources.add(channel);
            channels.put(commands.name() + " " + reply.getName(), channel);
            MutationFetcher<C, R> fetcher = new MutationFetcher<>(commands, channel, reader, access, answering);
            wirings.add(wiring -> wiring.type("Mutation", type -> type.dataFetcher(field, fetcher)));
        }

        private TopologyGraphQl finish() {
            pools.forEach(pool -> resources.add(pool::shutdown));
            return new TopologyGraphQl(owner, sdlResource, wirings, streams, channels, resources);
        }

        private void undo(RuntimeException failure) {
            pools.forEach(ExecutorService::shutdown);
            for (AutoCloseable resource : resources) {
                try {
                    resource.close();
                } catch (Exception another) {
                    failure.addSuppressed(another);
                }
            }
        }

        private ExecutorService pool(String threads) {
            int size = Runtime.getRuntime().availableProcessors();
            AtomicInteger number = new AtomicInteger();
            ThreadFactory daemons = task -> {
                Thread thread = new Thread(task, threads + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            };
            // What still comes while it is closed is told by whoever brings it.
            ExecutorService pool = new ThreadPoolExecutor(
                    size,
                    size,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    daemons,
                    (late, closed) -> late.run());
            pools.add(pool);
            return pool;
        }
    }
}
