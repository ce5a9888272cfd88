package org.openbankmark.topology.generator.topic;

import java.util.List;
import java.util.stream.Stream;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaType.Extends;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.ClassShare;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.SubjectStrategy;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;

/**
 * The class with a constant for each topic, or its shares. Each constant has a method that makes it, because the code of one
 * method has a limit of 64 KB (JVMS 4.7.3) that a thousand topics in one initializer would pass.
 */
public final class TopicsEmitter implements Emitter<Topology> {
    private static final ClassName TOPIC = ClassName.of("org.openbankmark.topology.runtime.topic", "Topic");
    private static final ClassName DESCRIPTION =
            ClassName.of("org.openbankmark.topology.runtime.topic", "TopologyDescription");

    private final TopologySources sources;

    /** For one topology. */
    public TopicsEmitter(TopologySources sources) {
        this.sources = sources;
    }

    @Override
    public List<GeneratedFile> emit(Topology topology) {
        return sources.topicsShares().stream()
                .map(share -> emit(topology, share))
                .toList();
    }

    private GeneratedFile emit(Topology topology, ClassShare share) {
        List<Topic> typed =
                share.topics().stream().filter(topic -> !topic.isRaw()).toList();
        JavaWriter out = sources.writer(share.type());
        if (share.isLast()) {
            out.declare("Names");
        }
        Javadoc doc = Javadoc.of(share.comment("The topics of {@code " + topology.name() + "}."));
        topology.doc().ifPresent(doc::text);
        sources.begin(out, "topics", doc);
        out.open("public $L {", share.declaration());
        typed.forEach(topic -> constant(out, topic));
        out.line("$L$L() {}", share.isLast() ? "private " : "", share.type().simpleName())
                .blank();
        all(out, share, typed);
        if (share.isLast()) {
            fingerprint(out, topology);
        }
        typed.forEach(topic -> definition(out, share, topic));
        if (share.isLast()) {
            names(out, topology);
        }
        out.close();
        return sources.file(out, "the topology " + topology.name());
    }

    private void constant(JavaWriter out, Topic topic) {
        TopicNames names = sources.names(topic);
        out.javadoc(sources.javadoc(topic, "{@code " + topic.name() + "}"));
        sources.deprecation(out, topic);
        out.line("public static final $T $L = $L();", TOPIC.with(names.value()), names.constant(), method(names))
                .blank();
    }

    /** A name that neither Object nor this class gives to another method. */
    private static String method(TopicNames names) {
        return "new" + names.base();
    }

    private void all(JavaWriter out, ClassShare share, List<Topic> topics) {
        JavaType any = TOPIC.with(new Extends(ClassName.of(Object.class)));
        if (share.isLast()) {
            out.javadoc(Javadoc.of("All topics, in the order of the topology file."));
        }
        out.open(
                "$Lstatic $T all() {",
                share.isLast() ? "public " : "",
                ClassName.of(List.class).with(any));
        // With the type's name, because javac takes long to find it out from hundreds of arguments of as many types.
        String before = share.parent()
                .map(parent ->
                        out.format("$T.concat($T.all().stream(), $T.<$T>of(", Stream.class, parent, Stream.class, any))
                .orElseGet(() -> out.format("$T.of(", List.class));
        out.list(
                "return " + before,
                topics.stream().map(topic -> sources.names(topic).constant()).toList(),
                ",",
                share.isFirst() ? ");" : ")).toList();");
        out.close().blank();
    }

    private void fingerprint(JavaWriter out, Topology topology) {
        out.javadoc(Javadoc.of("The topology's fingerprint: the same for two jars made from the same topology."));
        out.open("public static $T fingerprint() {", String.class);
        out.line("return $T.of($T.class, $S).fingerprint();", DESCRIPTION, sources.topicsClass(), topology.name());
        out.close().blank();
    }

    private void definition(JavaWriter out, ClassShare share, Topic topic) {
        TopicNames names = sources.names(topic);
        // Not the constant from another class: javac warns of one that is deprecated there.
        String nameInJava = share.isLast() ? "Names." + names.constant() : out.format("$S", topic.name());
        out.open("private static $T $L() {", TOPIC.with(names.value()), method(names));
        if (topic.subjectStrategy() == SubjectStrategy.TOPIC_NAME) {
            out.line(
                    "return $T.of($L, $T.INSTANCE)",
                    TOPIC,
                    nameInJava,
                    sources.codec(topic.types().get(0)));
        } else {
            out.list(
                    out.format("return $T.<$T>ofSeveral($L, $T.of(", TOPIC, names.value(), nameInJava, List.class),
                    topic.types().stream()
                            .map(type -> out.format("$T.INSTANCE", sources.codec(type)))
                            .toList(),
                    ",",
                    "))");
        }
        out.indent().indent();
        out.line(".partitions($L)", topic.partitions()).line(".replicas($L)", topic.replicas());
        topic.config().forEach((name, value) -> out.line(".config($S, $S)", name, value));
        KeyExpression key = new KeyExpression(sources, out, topic);
        if (topic.key() instanceof KeySpec.Time) {
            out.line(".keyIsTime()");
        } else if (topic.key() instanceof KeySpec.Fields fields) {
            out.line(".key($L)", key.function(fields));
        }
        topic.deadLetter().ifPresent(name -> out.line(".deadLetter($S)", name));
        out.line(".build();").outdent().outdent();
        out.close().blank();
        if (topic.key() instanceof KeySpec.Fields fields) {
            key.method(fields);
        }
    }

    private void names(JavaWriter out, Topology topology) {
        out.javadoc(Javadoc.of("The topics' names as constants, for annotations and the like."));
        out.open("public static final class Names {");
        for (Topic topic : topology.topics()) {
            out.javadoc(sources.javadoc(topic, ""));
            sources.deprecation(out, topic);
            out.line(
                    "public static final $T $L = $S;",
                    String.class,
                    sources.names(topic).constant(),
                    topic.name());
            out.blank();
        }
        out.line("private Names() {}");
        out.close();
    }
}
