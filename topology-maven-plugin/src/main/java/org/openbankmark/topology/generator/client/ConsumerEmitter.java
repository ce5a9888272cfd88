package org.openbankmark.topology.generator.client;

import java.util.List;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Topic;

/** A topic's consumer, with the builder that says what it shall do. */
public final class ConsumerEmitter implements Emitter<Topic> {
    private final TopologySources sources;

    /** For the topics of one topology. */
    public ConsumerEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topic topic) {
        if (topic.isRaw()) {
            return List.of();
        }
        TopicNames names = sources.names(topic);
        ClassName consumer = names.consumer();
        ClassName builder = consumer.nested("Builder");
        JavaWriter out = sources.writer(consumer).declare("Builder");
        sources.begin(
                out,
                topic,
                "Reads the topic {@code " + topic.name()
                        + "}, at least once, each partition in order. Safe for use by several threads.");
        out.open("public final class $L extends $T {", consumer.simpleName(), Library.TOPIC_CONSUMER)
                .blank();
        out.open("private $L($T control) {", consumer.simpleName(), Library.CONSUMER_CONTROL)
                .line("super(control);")
                .close()
                .blank();
        out.javadoc(Javadoc.of("A consumer in the making: it needs a group and a handler."));
        out.open("public static $T on($T connection) {", builder, Library.CONNECTION)
                .line("return new $T(connection);", builder)
                .close()
                .blank();
        out.javadoc(Javadoc.of("Says what the consumer shall do. Not thread-safe."));
        out.list(
                out.format("public static final class Builder extends $T<", Library.TOPIC_CONSUMER.nested("Builder")),
                List.of(out.name(names.value()), out.name(consumer), out.name(builder)),
                ",",
                "> {");
        out.indent().blank();
        out.open("private Builder($T connection) {", Library.CONNECTION)
                .line("super(connection, $T.$L, null);", names.topics(), names.constant())
                .close()
                .blank();
        out.line("@$T", Override.class)
                .open("protected $T self() {", builder)
                .line("return this;")
                .close()
                .blank();
        out.line("@$T", Override.class)
                .open("protected $T wrap($T control) {", consumer, Library.CONSUMER_CONTROL)
                .line("return new $T(control);", consumer)
                .close();
        out.close().close();
        return List.of(sources.file(out, topic));
    }
}
