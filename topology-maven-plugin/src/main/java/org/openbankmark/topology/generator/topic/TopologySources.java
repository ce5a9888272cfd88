package org.openbankmark.topology.generator.topic;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.ClassShare;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.record.Origin;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;

/**
 * What the emitters of topics, clients and services share: names, files with their heads, and marks of what is deprecated.
 * Immutable.
 */
public final class TopologySources {
    private final Topology topology;
    private final JavaNames javaNames;
    private final Origin origin;
    private final Map<String, TopicNames> names = new HashMap<>();
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, Set<ClassName>> interfaces = new HashMap<>();

    /**
     * For one topology.
     *
     * @param origin what generated classes say they were made by
     */
    public TopologySources(Topology topology, JavaNames javaNames, Origin origin) {
        this.topology = topology;
        this.javaNames = javaNames;
        this.origin = origin;
        for (Topic topic : topology.topics()) {
            topics.put(topic.name(), topic);
        }
        for (Topic topic : topology.topics()) {
            names.put(topic.name(), namesOf(topic));
        }
        topology.topics().forEach(this::addInterfaces);
    }

    private TopicNames namesOf(Topic topic) {
        ClassName event = javaNames.event(topic);
        return new TopicNames(
                javaNames.topic(topic, "").simpleName(),
                topicsClass(),
                javaNames.topicConstant(topic),
                javaNames.topicMethod(topic, ""),
                topic.types().size() == 1 ? record(topic.types().get(0)) : event,
                javaNames.topic(topic, "Producer"),
                javaNames.topic(topic, "Consumer"),
                event,
                javaNames.topic(topic, "Handler"),
                javaNames.reply(topic),
                javaNames.topic(topic, "Requests"));
    }

    /** What a topic is called in Java. */
    public TopicNames names(Topic topic) {
        TopicNames found = names.get(topic.name());
        if (found == null) {
            throw new IllegalArgumentException("no topic " + topic.name() + " in " + topology.name());
        }
        return found;
    }

    /** The class with the constants of all topics. */
    public ClassName topicsClass() {
        return javaNames.entry("Topics");
    }

    /** The class with the constants of all topics, in its shares. */
    public List<ClassShare> topicsShares() {
        return javaNames.topicsShares();
    }

    /** The class that hands out the clients of all topics, in its shares. */
    public List<ClassShare> clientsShares() {
        return javaNames.clientsShares();
    }

    /** The class that hands out the clients of a service, in its shares. */
    public List<ClassShare> serviceShares(Service service) {
        return javaNames.serviceShares(service);
    }

    /** The class of a record. */
    public ClassName record(RecordType type) {
        return javaNames.type(type);
    }

    /** The codec of a record. */
    public ClassName codec(RecordType type) {
        return javaNames.codec(type);
    }

    /** The name of the method that gives a field's value. */
    public String getter(RecordType owner, Field field) {
        return javaNames.fields(owner).of(field).getter();
    }

    /** The field that a dotted path leads to. */
    public Field fieldAt(RecordType type, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Field field = type.field(name)
                .orElseThrow(() -> new IllegalArgumentException("no field " + name + " in " + type.fullName()));
        return dot < 0 ? field : fieldAt((RecordType) field.type(), path.substring(dot + 1));
    }

    /** The topics of the replies to the commands in a topic. */
    public List<Topic> replies(Topic topic) {
        return topic.replies().stream().map(topics::get).toList();
    }

    /** The reply interfaces that a topic's event interface belongs to. */
    public List<ClassName> repliesWithEvent(Topic topic) {
        return topology.topics().stream()
                .filter(command -> command.replies().contains(topic.name()))
                .map(command -> names(command).reply())
                .toList();
    }

    /** The sealed interfaces that a record belongs to, in the order of the topology file. */
    public List<ClassName> interfaces(RecordType type) {
        return List.copyOf(interfaces.getOrDefault(type.fullName(), Set.of()));
    }

    private void addInterfaces(Topic topic) {
        if (topic.types().size() > 1) {
            topic.types().forEach(type -> addInterface(type, names(topic).event()));
        }
        for (Topic reply : replies(topic)) {
            if (reply.types().size() == 1) {
                addInterface(reply.types().get(0), names(topic).reply());
            }
        }
    }

    private void addInterface(RecordType type, ClassName name) {
        interfaces
                .computeIfAbsent(type.fullName(), first -> new LinkedHashSet<>())
                .add(name);
    }

    /** A file that is still empty. */
    public JavaWriter writer(ClassName type) {
        return javaNames.writer(type);
    }

    /** Begins a class for a topic: the generator's words and the author's as a comment, and the annotations. */
    public void begin(JavaWriter out, Topic topic, String markup) {
        out.javadoc(javadoc(topic, markup));
        origin.annotate(out, topic.path());
        deprecation(out, topic);
    }

    /** Begins a class for something else. */
    public void begin(JavaWriter out, String path, Javadoc doc) {
        out.javadoc(doc);
        origin.annotate(out, path);
    }

    /** The finished file. */
    public GeneratedFile file(JavaWriter writer, Topic topic) {
        return file(writer, topic.location() + " (" + topic.path() + ")");
    }

    /** The finished file. */
    public GeneratedFile file(JavaWriter writer, String origin) {
        return new GeneratedFile(GeneratedFile.Kind.JAVA, writer.type().sourcePath(), writer.toSource(), origin);
    }

    /** A comment: the generator's words, then what the author says of the topic. */
    public Javadoc javadoc(Topic topic, String markup) {
        Javadoc doc = markup.isEmpty() ? new Javadoc() : Javadoc.of(markup);
        topic.doc().ifPresent(doc::text);
        topic.deprecated().ifPresent(doc::deprecated);
        return doc;
    }

    /** Marks what follows as deprecated if the topic is. */
    public void deprecation(JavaWriter out, Topic topic) {
        if (topic.deprecated().isPresent()) {
            out.line("@$T", Deprecated.class);
        }
    }
}
