package org.openbankmark.topology.graphql;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbankmark.topology.graphql.stream.TopicStream;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * What a topology opens to GraphQL, running: a reader for each topic with a subscription, a request channel for each mutation,
 * and the wiring that graphql-java needs. Made by the generated class of the topology. Thread-safe.
 */
public final class TopologyGraphQl implements AutoCloseable {
    private final Class<?> owner;
    private final String sdlResource;
    private final List<Consumer<RuntimeWiring.Builder>> wirings;
    private final Map<String, TopicStream<?>> streams;
    private final Map<String, RequestChannel<?, ?>> channels;
    private final List<AutoCloseable> resources;

    TopologyGraphQl(
            Class<?> owner,
            String sdlResource,
            List<Consumer<RuntimeWiring.Builder>> wirings,
            Map<String, TopicStream<?>> streams,
            Map<String, RequestChannel<?, ?>> channels,
            List<AutoCloseable> resources) {
        this.owner = owner;
        this.sdlResource = sdlResource;
        this.wirings = List.copyOf(wirings);
        this.streams = Map.copyOf(streams);
        this.channels = Map.copyOf(channels);
        this.resources = new ArrayList<>(resources);
    }

    /** The schema as text; also on the class path, see {@link #sdlResource}. */
    public String sdl() {
        try (InputStream in = owner.getClassLoader().getResourceAsStream(sdlResource)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + sdlResource + ", though it has "
                        + owner.getName() + ": are the generated resources packed?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + sdlResource, unreadable);
        }
    }

    /** Where on the class path the schema is. */
    public String sdlResource() {
        return sdlResource;
    }

    /** Adds data fetchers, resolvers and scalars for all of the schema. */
    public void wire(RuntimeWiring.Builder wiring) {
        wirings.forEach(each -> each.accept(wiring));
    }

    /** The executable schema of the topology alone. */
    public GraphQLSchema schema() {
        return schema(List.of(), wiring -> {});
    }

    /**
     * The executable schema of the topology and what a service adds.
     *
     * @param extensions SDL of the service, such as {@code extend type Query { … }}
     * @param more its wiring
     */
    public GraphQLSchema schema(Collection<String> extensions, Consumer<RuntimeWiring.Builder> more) {
        SchemaParser parser = new SchemaParser();
        TypeDefinitionRegistry registry = parser.parse(sdl());
        extensions.forEach(extension -> registry.merge(parser.parse(extension)));
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        wire(wiring);
        more.accept(wiring);
        return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
    }

    /**
     * The records of a topic that has a subscription: the service's own operations may share its reader.
     *
     * @throws IllegalArgumentException if the topic has none
     */
    @SuppressWarnings("unchecked") // a stream is kept under the name of its own topic
    public <T> TopicStream<T> stream(Topic<T> topic) {
        TopicStream<?> stream = streams.get(topic.name());
        if (stream == null) {
            throw new IllegalArgumentException(
                    "the topology opens no subscription to " + topic + ", but to " + streams.keySet());
        }
        return (TopicStream<T>) stream;
    }

    /** All streams by their topics, for metrics and health. */
    public Map<String, TopicStream<?>> streams() {
        return streams;
    }

    /**
     * The channel of a mutation: the service's own operations may share it.
     *
     * @param reply the interface over the command's replies
     * @throws IllegalArgumentException if the topic has no mutation
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as with streams; the reply is the topology's
    public <C, R> RequestChannel<C, R> requests(Topic<C> commands, Class<R> reply) {
        RequestChannel<?, ?> channel = channels.get(commands.name() + " " + reply.getName());
        if (channel == null) {
            throw new IllegalArgumentException(
                    "the topology opens no mutation for " + commands + " with replies of " + reply.getName());
        }
        return (RequestChannel<C, R>) channel;
    }

    /** The channels of all mutations, for metrics and health. */
    public Collection<RequestChannel<?, ?>> channels() {
        return channels.values();
    }

    /** Ends all subscriptions, fails what still waits for a reply, stops reading. Idempotent; leaves the connection open. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception failure) {
                if (first == null) {
                    first = new IllegalStateException("GraphQL could not be closed", failure);
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
