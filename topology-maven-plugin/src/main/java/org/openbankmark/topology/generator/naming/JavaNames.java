package org.openbankmark.topology.generator.naming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.resource.ResourcePaths;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.avro.LogicalSchemas;
import org.openbankmark.topology.model.graphql.Definition;
import org.openbankmark.topology.model.graphql.GraphQlSchema;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

/**
 * The Java names of all that a topology has. Every name in generated code comes from here.
 *
 * <p>Made once for a topology; then safe for use by several threads. What cannot be a Java name, and two things that would
 * get one, are found when it is made.
 */
public final class JavaNames {
    private final Topology topology;
    private final Claims claims = new Claims();
    private final Set<String> hiddenByVariables;
    private final Map<RecordType, ClassName> graphql = new HashMap<>();
    private final Map<RecordType, FieldNames> fields = new ConcurrentHashMap<>();
    private final Map<String, String> packages = new ConcurrentHashMap<>();
    private final Map<String, String> topicNames = new ConcurrentHashMap<>();
    private final String packageName;
    private final String entry;

    private JavaNames(Topology topology) {
        this.topology = topology;
        this.packageName = ReservedWords.packageName(topology.namespace());
        this.entry = Words.pascalCase(topology.name(), "Topology");
        topology.types().forEach(this::claimType);
        topology.topics().forEach(this::claimTopic);
        topology.services().forEach(this::claimService);
        Location top = new Location(topology.source(), 1, 1);
        topicsShares().forEach(share -> claims.claim(share.type(), "the list of topics", top));
        clientsShares().forEach(share -> claims.claim(share.type(), "the clients of the topology", top));
        if (GraphQlSchema.isWanted(topology)) {
            claims.claim(entry("GraphQl"), "the GraphQL wiring of the topology", top);
            GraphQlSchema.of(topology).definitions().forEach(this::claimGraphQl);
        }
        this.hiddenByVariables = claims.hiddenByVariables();
    }

    /**
     * The names for a topology.
     *
     * @throws InvalidTopologyException with all collisions and impossible names
     */
    public static JavaNames of(Topology topology) throws InvalidTopologyException {
        JavaNames names = new JavaNames(topology);
        List<Problem> problems = names.claims.problems();
        if (!problems.isEmpty()) {
            throw new InvalidTopologyException(problems);
        }
        return names;
    }

    /** The class of a record, enum or fixed: the one that Avro looks for. */
    public ClassName type(NamedType type) {
        return ClassName.of(packageOf(type.namespace()), ReservedWords.type(type.name()));
    }

    /** The class that writes and reads a record. */
    public ClassName codec(RecordType record) {
        return beside(record, "Codec");
    }

    /** The class that makes records of a type for tests. */
    public ClassName fixture(RecordType record) {
        return beside(record, "Fixture");
    }

    /** The class that shows a record, which the topology opens to GraphQL, and reads it from an input. */
    public ClassName graphql(RecordType record) {
        ClassName name = graphql.get(record);
        if (name == null) {
            throw new IllegalArgumentException("not open to GraphQL: " + record.fullName());
        }
        return name;
    }

    /** What a record has for its fields. */
    public FieldNames fields(RecordType record) {
        return fields.computeIfAbsent(record, missing -> FieldNames.of(missing, hiddenByVariables));
    }

    /** The name of a variable of generated code, where no package begins so: it would hide the package (JLS 6.4.2). */
    public String local(String name) {
        return hiddenByVariables.contains(name) ? name + "$" : name;
    }

    /** The qualified names of all classes of the topology, whether or not they are generated; always in the same order. */
    public List<String> classes() {
        return claims.classes().stream().map(ClassName::qualifiedName).toList();
    }

    /** The constant of an enum's symbol. */
    public String symbol(String symbol) {
        return ReservedWords.constant(symbol);
    }

    /** The package of the topology's own classes. */
    public String packageName() {
        return packageName;
    }

    /** A class for a topic, such as {@code BalanceChangedProducer}. */
    public ClassName topic(Topic topic, String suffix) {
        return ClassName.of(packageName, pascalCase(topic) + suffix);
    }

    /** The sealed interface over the types of a topic; it lies in their package, as Java wants it of sealed types (JLS 8.1.6). */
    public ClassName event(Topic topic) {
        return sealedType(topic, "Event", topic.types());
    }

    /** The sealed interface over the replies to the commands in a topic; it lies in their package. */
    public ClassName reply(Topic topic) {
        return sealedType(topic, "Reply", replyTypes(topic));
    }

    private ClassName sealedType(Topic topic, String suffix, List<RecordType> types) {
        String simpleName = topic(topic, suffix).simpleName();
        return types.isEmpty()
                ? topic(topic, suffix)
                : ClassName.of(type(types.get(0)).packageName(), simpleName);
    }

    private List<RecordType> replyTypes(Topic topic) {
        if (topic.replies().isEmpty()) {
            return List.of();
        }
        return topology.topics().stream()
                .filter(reply -> topic.replies().contains(reply.name()))
                .flatMap(reply -> reply.types().stream())
                .toList();
    }

    /** A method for a topic, such as {@code balanceChangedProducer}. */
    public String topicMethod(Topic topic, String suffix) {
        return Words.camelCase(topic.name(), "topic") + suffix;
    }

    /** The constant of a topic, such as {@code BALANCE_CHANGED}. */
    public String topicConstant(Topic topic) {
        return Words.upperSnakeCase(topic.name(), "TOPIC");
    }

    /** The class of a service, such as {@code CommandHandlerService}, in its shares. */
    public List<ClassShare> serviceShares(Service service) {
        return ClassShare.of(
                ClassName.of(packageName, Words.pascalCase(service.name(), "Service") + "Service"),
                topology.topics().stream().filter(service::uses).toList());
    }

    /** The class with the constants of all topics, such as {@code BankTopics}, in its shares. */
    public List<ClassShare> topicsShares() {
        return ClassShare.of(entry("Topics"), topology.topics());
    }

    /** The class that hands out the clients of all topics, such as {@code BankClients}, in its shares. */
    public List<ClassShare> clientsShares() {
        return ClassShare.of(entry("Clients"), topology.topics());
    }

    /** A class for the whole topology, such as {@code BankTopics}. */
    public ClassName entry(String suffix) {
        return ClassName.of(packageName, entry + suffix);
    }

    /** A writer for a class, which knows what else is in its package. */
    public JavaWriter writer(ClassName type) {
        return new JavaWriter(type, claims.inPackage(type.packageName()));
    }

    private ClassName beside(RecordType record, String suffix) {
        return ClassName.of(packageOf(record.namespace()), record.name() + suffix);
    }

    private String packageOf(String namespace) {
        return packages.computeIfAbsent(namespace, ReservedWords::packageName);
    }

    private String pascalCase(Topic topic) {
        return topicNames.computeIfAbsent(topic.name(), name -> Words.pascalCase(name, "Topic"));
    }

    private void claimType(NamedType type) {
        if (type instanceof FixedType fixed && LogicalSchemas.valueOf(fixed) != fixed) {
            return;
        }
        String what = describe(type) + " " + type.name();
        if (type.namespace().isEmpty()) {
            claims.problem(
                    "java-no-package",
                    type.location(),
                    what + " has no namespace, and Java cannot import a class without a package",
                    "give its schema a namespace");
            return;
        }
        if (type.namespace().startsWith("java.") || type.namespace().equals("java")) {
            claims.problem(
                    "java-forbidden-package",
                    type.location(),
                    what + " would lie in " + type.namespace() + ", which Java keeps for itself",
                    "take another namespace");
            return;
        }
        if (ReservedWords.isImpossibleType(type.name())) {
            claims.problem(
                    "java-reserved-word",
                    type.location(),
                    what + " cannot be a Java class: '" + type.name()
                            + "' is a word of the language or a variable of generated code",
                    "give it another name; Java's convention is a capital at the start");
            return;
        }
        claims.claim(type(type), what, type.location());
        if (type instanceof RecordType record) {
            String schema = ResourcePaths.schema(topology, record);
            claims.file(
                    schema.substring(schema.lastIndexOf('/') + 1),
                    "the schema of record " + record.fullName(),
                    record.location());
            claims.claim(codec(record), "the codec of record " + record.name(), record.location());
            claims.claim(fixture(record), "the fixture of record " + record.name(), record.location());
        }
    }

    /** Nobody names this class, so it is the one that gives way; no Avro name can contain a {@code $}. */
    private void claimGraphQl(Definition definition) {
        RecordType record;
        if (definition instanceof Definition.Output output) {
            record = output.record();
        } else if (definition instanceof Definition.Input input) {
            record = input.record();
        } else {
            return;
        }
        if (graphql.containsKey(record)) {
            return;
        }
        ClassName wanted = beside(record, "GraphQl");
        ClassName name = claims.isFree(wanted) ? wanted : beside(record, "GraphQl$");
        graphql.put(record, name);
        claims.claim(name, "the GraphQL wiring of record " + record.name(), record.location());
    }

    private static String describe(NamedType type) {
        if (type instanceof RecordType) {
            return "record";
        }
        return type instanceof FixedType ? "fixed" : "enum";
    }

    private void claimTopic(Topic topic) {
        if (pascalCase(topic).isEmpty()) {
            claims.problem(
                    "java-name-empty",
                    topic.location(),
                    "topic '" + topic.name() + "' has no letter or digit to name a Java class by",
                    "give it a name with a letter");
            return;
        }
        // Also for a raw topic: it has a constant, and constants of two topics must differ as classes do.
        claimTopicClass(topic, "Producer", "the producer");
        claimTopicClass(topic, "Consumer", "the consumer");
        if (!topic.replies().isEmpty()) {
            claimTopicClass(topic, "Requests", "the request client");
            claimSealed(topic, reply(topic), replyTypes(topic), "the reply");
        }
        if (topic.types().size() > 1) {
            claimSealed(topic, event(topic), topic.types(), "the event");
            claimTopicClass(topic, "Handler", "the handler");
        }
    }

    private void claimTopicClass(Topic topic, String suffix, String what) {
        claims.claim(topic(topic, suffix), what + " of topic " + topic.name(), topic.location());
    }

    private void claimSealed(Topic topic, ClassName type, List<RecordType> permitted, String what) {
        claims.claim(type, what + " of topic " + topic.name(), topic.location());
        permitted.stream()
                .filter(record -> !type(record).packageName().equals(type.packageName()))
                .findFirst()
                .ifPresent(record -> claims.problem(
                        "java-sealed-packages",
                        topic.location(),
                        what + " of topic " + topic.name()
                                + " becomes a sealed interface, and Java wants all its records in"
                                + " one package: " + permitted.get(0).fullName() + " and " + record.fullName()
                                + " are in two",
                        "give these records one namespace, or the topics a type each"));
    }

    private void claimService(Service service) {
        if (Words.pascalCase(service.name(), "Service").isEmpty()) {
            claims.problem(
                    "java-name-empty",
                    service.location(),
                    "service '" + service.name() + "' has no letter or digit to name a Java class by",
                    "give it a name with a letter");
            return;
        }
        serviceShares(service)
                .forEach(share -> claims.claim(share.type(), "service " + service.name(), service.location()));
    }
}
