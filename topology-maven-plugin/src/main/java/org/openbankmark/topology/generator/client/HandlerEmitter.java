package org.openbankmark.topology.generator.client;

import java.util.List;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.type.RecordType;

/** For a topic of several types: a handler with one method for each, so that a new type does not compile until it is handled. */
public final class HandlerEmitter implements Emitter<Topic> {
    private final TopologySources sources;

    /** For the topics of one topology. */
    public HandlerEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topic topic) {
        if (topic.types().size() < 2) {
            return List.of();
        }
        TopicNames names = sources.names(topic);
        ClassName handler = names.handler();
        JavaWriter out = sources.writer(handler);
        JavaType any = Library.RECEIVED.with(names.value());
        sources.begin(
                out, topic, "Handles the records of the topic {@code " + topic.name() + "}: one method for each type.");
        out.open("public interface $L extends $T {", handler.simpleName(), Library.RECORD_HANDLER.with(names.value()));
        for (RecordType type : topic.types()) {
            ClassName record = sources.record(type);
            out.blank();
            out.javadoc(Javadoc.of(
                    "Handles a {@link " + out.name(record) + "}; what it throws, the consumer's retry policy judges."));
            out.line(
                    "void on$L($T received) throws $T;",
                    record.simpleName(),
                    Library.RECEIVED.with(record),
                    Exception.class);
        }
        out.blank();
        out.javadoc(Javadoc.of("Hands the record to the method for its type."));
        out.line("@$T", Override.class);
        out.open("default void handle($T received) throws $T {", any, Exception.class);
        out.line("$T value = received.value();", names.value());
        boolean first = true;
        for (RecordType type : topic.types()) {
            ClassName record = sources.record(type);
            String test = out.format("if (value instanceof $T record) {", record);
            if (first) {
                out.open("$L", test);
            } else {
                out.next("$L", "} else " + test);
            }
            out.line("on$L(received.with(record));", record.simpleName());
            first = false;
        }
        out.close();
        out.close();
        out.close();
        return List.of(sources.file(out, topic));
    }
}
