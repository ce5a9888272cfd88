package org.openbankmark.topology.generator.client;

import java.util.Optional;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.ClassShare;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Topic;

/**
 * A class that hands out clients of one connection: what the clients of a topology and those of a service have in common. Or a
 * share of such a class: the first share has the connection, and the last is opened and closed.
 */
final class EntryClass {
    private final TopologySources sources;
    private final JavaWriter out;
    private final ClassShare share;
    private final ClassName name;

    EntryClass(TopologySources sources, JavaWriter out, ClassShare share) {
        this.sources = sources;
        this.out = out;
        this.share = share;
        this.name = share.type();
    }

    /** The head of the class, its factories, and what they need; with a constant for the group, where there is one. */
    void open(Optional<String> group) {
        if (share.isLast()) {
            out.open("public $L implements $T {", share.declaration(), AutoCloseable.class);
        } else {
            out.open("public $L {", share.declaration());
        }
        if (share.isFirst()) {
            group.ifPresent(this::group);
            out.line("$Lfinal $T connection;", share.isLast() ? "private " : "", Library.CONNECTION);
        }
        if (share.isLast()) {
            out.line("private final boolean owned;");
        }
        if (share.isFirst() || share.isLast()) {
            out.blank();
        }
        constructor();
        if (share.isLast()) {
            factories();
        }
    }

    private void group(String group) {
        out.javadoc(Javadoc.of("The consumer group of the service."));
        out.line("public static final $T GROUP = $S;", String.class, group).blank();
    }

    private void constructor() {
        String owned = share.isLast() ? ", boolean owned" : "";
        out.open(
                "$L$L($T connection$L) {",
                share.isLast() ? "private " : "",
                name.simpleName(),
                Library.CONNECTION,
                owned);
        out.line(share.isFirst() ? "this.connection = connection;" : "super(connection);");
        if (share.isLast()) {
            out.line("this.owned = owned;");
        }
        out.close().blank();
    }

    private void factories() {
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
        if (share.isLast()) {
            closing();
        }
        out.close();
    }

    private void closing() {
        out.javadoc(
                Javadoc.of(
                        "Closes the connection if this class opened it: stops its consumers, then sends what is still buffered."));
        out.line("@$T", Override.class)
                .open("public void close() {")
                .open("if (owned) {")
                .line("connection.close();")
                .close()
                .close();
    }
}
