package org.openbankmark.topology.generator.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.generator.topic.TopologySources;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Topic;

/** A topic's producer: sends its type, and no other. */
public final class ProducerEmitter implements Emitter<Topic> {
    private final TopologySources sources;

    /** For the topics of one topology. */
    public ProducerEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topic topic) {
        if (topic.isRaw()) {
            return List.of();
        }
        TopicNames names = sources.names(topic);
        ClassName producer = names.producer();
        JavaType value = names.value();
        JavaType sender = Library.RECORD_SENDER.with(value);
        JavaWriter out = sources.writer(producer);
        sources.begin(
                out,
                topic,
                "Sends records to the topic {@code " + topic.name() + "}. Safe for use by several threads.");
        out.open("public final class $L {", producer.simpleName());
        out.line("private final $T sender;", sender).blank();
        out.open("private $L($T sender) {", producer.simpleName(), sender)
                .line("this.sender = sender;")
                .close()
                .blank();
        out.javadoc(Javadoc.of("Checks that the topic and its schemas are there.")
                .throwing(out.name(Library.START_EXCEPTION), "if they are not, or cannot be looked up"));
        out.open("public static $T on($T connection) {", producer, Library.CONNECTION)
                .line("return new $T(connection.sender($T.$L));", producer, names.topics(), names.constant())
                .close()
                .blank();
        JavaType result = ClassName.of(CompletableFuture.class).with(Library.RECORD_METADATA);
        out.javadoc(Javadoc.of("Sends a record; " + keyText(topic))
                .returns(
                        "completes when the brokers have it on all in-sync replicas; exceptionally when it could not be"
                                + " written, encoded or buffered. Never throws."));
        out.open("public $T send($T record) {", result, value)
                .line("return sender.send(record);")
                .close()
                .blank();
        if (topic.isCompacted() && topic.key() instanceof KeySpec.Fields) {
            delete(out, result);
        }
        out.javadoc(Javadoc.of("Waits until all records sent before are acknowledged or have failed."));
        out.open("public void flush() {").line("sender.flush();").close();
        out.close();
        return List.of(sources.file(out, topic));
    }

    /** Only where Kafka removes what is deleted; elsewhere a record without a value would be a puzzle to its readers. */
    private static void delete(JavaWriter out, JavaType result) {
        out.javadoc(Javadoc.of(
                        "Deletes the record of a key: sends the key without a value (a tombstone), which consumers are handed as a"
                                + " deletion, and lets Kafka remove the key's records some time after.")
                .param(
                        "key",
                        "as the topic makes it of a record: the text of its key field, or of several joined by Key.join")
                .returns("as that of {@code send}"));
        out.open("public $T delete($T key) {", result, String.class)
                .line("return sender.delete(key);")
                .close()
                .blank();
    }

    private static String keyText(Topic topic) {
        return KeyText.of(topic.key());
    }
}
