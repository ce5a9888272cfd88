package org.openbankmark.topology.generator.client;

import java.util.Optional;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Topic;

/** A class that hands out clients of one connection: what the clients of a topology and those of a service have in common. */
final class EntryClass {
    private final TopologySources sources;
    private final JavaWriter out;
    private final ClassName name;

    EntryClass(TopologySources sources, JavaWriter out) {
        this.sources = sources;
        this.out = out;
        this.name = out.type();
    }

    /** The head of the class, its factories, and what they need; with a constant for the group, where there is one. */
    void open(Optional<String> group) {
        out.open("public final class $L implements $T {", name.simpleName(), AutoCloseable.class);
        group.ifPresent(name -> {
            out.javadoc(Javadoc.of("The consumer group of the service."));
            out.line("public static final $T GROUP = $S;", String.class, name).blank();
        });
        out.line("private final $T connection;", Library.CONNECTION)
                .line("private final boolean owned;")
                .blank();
        out.open("private $L($T connection, boolean owned) {", name.simpleName(), Library.CONNECTION)
                .line("this.connection = connection;")
                .line("this.owned = owned;")
                .close()
                .blank();
        out.javadoc(Javadoc.of("Connects to the cluster and the registry that the settings name.")
                .throwing(out.name(Library.START_EXCEPTION), "if one of them cannot be reached"));
        out.open("public static $T connect($T settings) {", name, Library.SETTINGS)
                .line("return new $T($T.open(settings), true);", name, Library.KAFKA_CONNECTION)
                .close()
                .blank();
        out.javadoc(
                Javadoc.of("Uses a connection that is there, such as one in memory; {@link #close()} leaves it open."));
        out.open("public static $T over($T connection) {", name, Library.CONNECTION)
                .line("return new $T(connection, false);", name)
                .close()
                .blank();
    }

    void producer(Topic topic) {
        TopicNames names = sources.names(topic);
        out.javadoc(sources.javadoc(topic, "Sends to {@code " + topic.name() + "}."));
        sources.deprecation(out, topic);
        out.open("public $T $LProducer() {", names.producer(), names.property())
                .line("return $T.on(connection);", names.producer())
                .close()
                .blank();
    }

    /** A consumer's builder; with the group, where there is one to begin with. */
    void consumer(Topic topic, Optional<String> group) {
        TopicNames names = sources.names(topic);
        out.javadoc(sources.javadoc(
                topic,
                "Reads {@code " + topic.name() + "}"
                        + (group.isPresent() ? ", in the service's group unless another is given." : ".")));
        sources.deprecation(out, topic);
        out.open("public $T $LConsumer() {", names.consumer().nested("Builder"), names.property());
        if (group.isPresent()) {
            out.line("return $T.on(connection).group(GROUP);", names.consumer());
        } else {
            out.line("return $T.on(connection);", names.consumer());
        }
        out.close().blank();
    }

    void requests(Topic topic) {
        TopicNames names = sources.names(topic);
        out.javadoc(
                sources.javadoc(topic, "Sends commands to {@code " + topic.name() + "} and waits for their replies."));
        sources.deprecation(out, topic);
        out.open("public $T $LRequests() {", names.requests().nested("Builder"), names.property())
                .line("return $T.on(connection);", names.requests())
                .close()
                .blank();
    }

    void close() {
        out.javadoc(
                Javadoc.of(
                        "Closes the connection if this class opened it: stops its consumers, then sends what is still buffered."));
        out.line("@$T", Override.class)
                .open("public void close() {")
                .open("if (owned) {")
                .line("connection.close();")
                .close()
                .close();
        out.close();
    }
}
