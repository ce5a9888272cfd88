package org.openbankmark.topology.generator.topic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.model.Topic;

/**
 * The sealed interfaces of a topic: over its types, where there are several, and over the replies to its commands. Records
 * name them after {@code implements}, so both must agree on which record belongs to which.
 */
public final class SealedInterfaceEmitter implements Emitter<Topic> {
    private final TopologySources sources;

    /** For the topics of one topology. */
    public SealedInterfaceEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topic topic) {
        List<GeneratedFile> files = new ArrayList<>();
        if (topic.types().size() > 1) {
            files.add(event(topic));
        }
        if (!topic.replies().isEmpty()) {
            files.add(reply(topic));
        }
        return files;
    }

    private GeneratedFile event(Topic topic) {
        JavaWriter out = sources.writer(sources.names(topic).event());
        begin(out, topic, "The records of the topic {@code " + topic.name() + "}.");
        declaration(
                out,
                sources.repliesWithEvent(topic),
                topic.types().stream().map(sources::record).toList());
        return sources.file(out, topic);
    }

    private GeneratedFile reply(Topic topic) {
        JavaWriter out = sources.writer(sources.names(topic).reply());
        begin(out, topic, "The replies to the commands in the topic {@code " + topic.name() + "}.");
        Set<ClassName> permitted = new LinkedHashSet<>();
        sources.replies(topic)
                .forEach(reply -> permitted.add(sources.names(reply).value()));
        declaration(out, List.of(), List.copyOf(permitted));
        return sources.file(out, topic);
    }

    /** Not deprecated even if the topic is, for its records, which implement it, may live on elsewhere. */
    private void begin(JavaWriter out, Topic topic, String markup) {
        Javadoc doc = Javadoc.of(markup);
        topic.doc().ifPresent(doc::text);
        sources.begin(out, topic.path(), doc);
    }

    private static void declaration(JavaWriter out, List<ClassName> parents, List<ClassName> permitted) {
        String extended = parents.isEmpty()
                ? ""
                : " extends " + parents.stream().map(out::name).collect(Collectors.joining(", "));
        out.list(
                "public sealed interface " + out.type().simpleName() + extended + " permits ",
                permitted.stream().map(out::name).toList(),
                ",",
                " {}");
    }
}
