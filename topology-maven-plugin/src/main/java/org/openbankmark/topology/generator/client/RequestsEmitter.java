package org.openbankmark.topology.generator.client;

import java.util.List;
import java.util.stream.Collectors;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Topic;

/** For a topic of commands: sends a command and gives its reply. */
public final class RequestsEmitter implements Emitter<Topic> {
    private final TopologySources sources;

    /** For the topics of one topology. */
    public RequestsEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topic topic) {
        if (topic.replies().isEmpty()) {
            return List.of();
        }
        TopicNames names = sources.names(topic);
        ClassName requests = names.requests();
        ClassName builder = requests.nested("Builder");
        JavaType channel = Library.REQUEST_CHANNEL.with(names.value(), names.reply());
        JavaWriter out = sources.writer(requests).declare("Builder");
        sources.begin(
                out,
                topic,
                "Sends commands to the topic {@code " + topic.name() + "} and gives each its reply from "
                        + topic.replies().stream()
                                .map(reply -> "{@code " + reply + "}")
                                .collect(Collectors.joining(" or "))
                        + ". Safe for use by several threads.");
        suppressDeprecatedReplies(out, topic);
        out.list(
                out.format("public final class $L extends $T<", requests.simpleName(), Library.TOPIC_REQUESTS),
                List.of(out.name(names.value()), out.name(names.reply())),
                ",",
                "> {");
        out.indent().blank();
        out.open("private $L($T channel) {", requests.simpleName(), channel)
                .line("super(channel);")
                .close()
                .blank();
        out.javadoc(Javadoc.of("A request client in the making."));
        out.open("public static $T on($T connection) {", builder, Library.CONNECTION)
                .line("return new $T(connection);", builder)
                .close()
                .blank();
        out.javadoc(Javadoc.of("Says how requests are made. Not thread-safe."));
        out.list(
                out.format("public static final class Builder extends $T<", Library.TOPIC_REQUESTS.nested("Builder")),
                List.of(out.name(names.value()), out.name(names.reply()), out.name(requests)),
                ",",
                "> {");
        out.indent().blank();
        out.open("private Builder($T connection) {", Library.CONNECTION)
                .list("super(", superArguments(out, topic, names), ",", ");")
                .close()
                .blank();
        out.line("@$T", Override.class)
                .open("protected $T wrap($T channel) {", requests, channel)
                .line("return new $T(channel);", requests)
                .close();
        out.close().close();
        return List.of(sources.file(out, topic));
    }

    private List<String> superArguments(JavaWriter out, Topic topic, TopicNames names) {
        String replies = sources.replies(topic).stream()
                .map(reply ->
                        out.name(names.topics()) + "." + sources.names(reply).constant())
                .collect(Collectors.joining(", "));
        return List.of(
                "connection",
                out.name(names.topics()) + "." + names.constant(),
                out.format("$T.of($L)", List.class, replies));
    }

    private void suppressDeprecatedReplies(JavaWriter out, Topic topic) {
        boolean needed = topic.deprecated().isEmpty()
                && sources.replies(topic).stream()
                        .anyMatch(reply -> reply.deprecated().isPresent());
        if (needed) {
            out.line("@$T($S)", SuppressWarnings.class, "deprecation");
        }
    }
}
