package org.openbankmark.topology.generator.graphql;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.record.JavaTypes;
import org.openbankmark.topology.generator.topic.TopicNames;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.graphql.Definition;
import org.openbankmark.topology.model.graphql.GraphQlSchema;
import org.openbankmark.topology.model.graphql.Scalar;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/** The class that opens a topology to GraphQL: all types and operations of its schema. */
public final class EntryWiringEmitter implements Emitter<Topology> {
    private final GraphQlSources sources;
    private final JavaTypes types;

    /** For one topology. */
    public EntryWiringEmitter(GraphQlSources sources) {
        this.sources = sources;
        this.types = new JavaTypes(sources.names());
    }

    @Override
    public List<GeneratedFile> emit(Topology topology) {
        GraphQlSchema schema = GraphQlSchema.of(topology);
        ClassName name = sources.entryClass();
        JavaWriter out = sources.names().writer(name);
        sources.topics()
                .begin(
                        out,
                        "graphql",
                        Javadoc.of("What the topology {@code " + topology.name()
                                + "} opens to GraphQL: its schema, and how it is answered."));
        if (usesDeprecated(schema)) {
            out.line("@$T($S)", SuppressWarnings.class, "deprecation");
        }
        out.open("public final class $L {", name.simpleName());
        out.javadoc(Javadoc.of("Where the schema is on the class path."));
        out.line("public static final $T SDL = $S;", String.class, SdlEmitter.path(topology))
                .blank();
        out.line("private $L() {}", name.simpleName()).blank();
        out.javadoc(Javadoc.of("GraphQL on a connection, to be given limits and started."));
        out.open(
                "public static $T on($T $L, $T $L) {",
                GraphQlLibrary.BUILDER,
                GraphQlLibrary.CONNECTION,
                local("connection"),
                GraphQlLibrary.ACCESS,
                local("access"));
        out.line(
                "$T $L = new $T($L, $L, $T.class, SDL);",
                GraphQlLibrary.BUILDER,
                local("builder"),
                GraphQlLibrary.BUILDER,
                local("connection"),
                local("access"),
                name);
        out.line("$L.types($L::wire);", local("builder"), name.simpleName());
        schema.subscriptions().forEach(subscription -> subscription(out, subscription));
        schema.mutations().forEach(mutation -> mutation(out, mutation));
        out.line("return $L;", local("builder")).close().blank();
        wire(out, schema);
        for (GraphQlSchema.Mutation mutation : schema.mutations()) {
            if (mutation.topic().types().size() > 1) {
                readSeveral(out, mutation.topic());
            }
        }
        out.close();
        return List.of(sources.topics().file(out, "the topology " + topology.name()));
    }

    private void subscription(JavaWriter out, GraphQlSchema.Subscription subscription) {
        TopicNames names = sources.topics().names(subscription.topic());
        out.list(
                local("builder") + ".subscription(",
                List.of(
                        out.format("$S", subscription.name()),
                        out.format("$T.$L", names.topics(), names.constant()),
                        filters(out, subscription, names),
                        out.format(
                                "$T.of($L)",
                                List.class,
                                subscription.filters().stream()
                                        .map(filter -> out.format("$S", filter.name()))
                                        .collect(Collectors.joining(", ")))),
                ",",
                ");");
    }

    private String filters(JavaWriter out, GraphQlSchema.Subscription subscription, TopicNames names) {
        StringBuilder filters = new StringBuilder(out.format("$T.<$T>none()", GraphQlLibrary.FILTERS, names.value()));
        for (GraphQlSchema.Argument filter : subscription.filters()) {
            filters.append(out.format(".by($S, $L)", filter.name(), getter(out, subscription.topic(), filter.name())));
        }
        return filters.toString();
    }

    /** In a topic of several types the record's class decides which getter it is. */
    private String getter(JavaWriter out, Topic topic, String field) {
        if (topic.types().size() == 1) {
            RecordType record = topic.types().get(0);
            return out.format("$T::$L", sources.type(record), getterOf(record, field));
        }
        StringBuilder value = new StringBuilder("record$ -> ");
        for (int i = 0; i < topic.types().size(); i++) {
            RecordType record = topic.types().get(i);
            String read = out.format("(($T) record$$).$L()", sources.type(record), getterOf(record, field));
            if (JavaTypes.isPrimitive(record.field(field).orElseThrow().type())) {
                // Alone, a long would make another record's Long one too, and a null of it an exception (JLS 15.25.2).
                read = out.format("($T) ", Object.class) + read;
            }
            boolean last = i == topic.types().size() - 1;
            value.append(last ? read : out.format("record$$ instanceof $T ? $L : ", sources.type(record), read));
        }
        return value.toString();
    }

    private String getterOf(RecordType record, String field) {
        return sources.names()
                .fields(record)
                .of(record.field(field).orElseThrow())
                .getter();
    }

    private void mutation(JavaWriter out, GraphQlSchema.Mutation mutation) {
        Topic topic = mutation.topic();
        TopicNames names = sources.topics().names(topic);
        String replies = sources.topics().replies(topic).stream()
                .map(reply -> out.name(names.topics()) + "."
                        + sources.topics().names(reply).constant())
                .collect(Collectors.joining(", "));
        String reader = topic.types().size() == 1
                ? out.format("$T::read", sources.recordClass(topic.types().get(0)))
                : out.type().simpleName() + "::read" + names.base();
        out.list(
                local("builder") + ".mutation(",
                List.of(
                        out.format("$S", mutation.name()),
                        out.format("$T.$L", names.topics(), names.constant()),
                        out.format("$T.of($L)", List.class, replies),
                        out.format("$T.class", names.reply()),
                        reader),
                ",",
                ");");
    }

    private void readSeveral(JavaWriter out, Topic topic) {
        TopicNames names = sources.topics().names(topic);
        String input = local("input");
        String branch = local("branch");
        String given = local("given");
        out.blank();
        out.open("private static $T read$L($T $L) {", names.value(), names.base(), GraphQlLibrary.INPUT_VALUE, input);
        out.open("return $L.oneOf(($L, $L) -> switch ($L) {", input, branch, given, branch);
        for (RecordType record : topic.types()) {
            out.line("case $S -> $T.read($L);", GraphQlSchema.branchKey(record), sources.recordClass(record), given);
        }
        out.line("default -> throw $L.unknownBranch();", given).close("});").close();
    }

    private void wire(JavaWriter out, GraphQlSchema schema) {
        OutputShape shape = new OutputShape(out);
        String wiring = local("wiring");
        List<String> lines = new ArrayList<>();
        lines.add(out.format(
                "$L.type(\"Query\", type -> type.dataFetcher(\"topology_fingerprint\", field -> $T.fingerprint()));",
                wiring,
                sources.topics().topicsClass()));
        for (Scalar scalar : schema.scalars()) {
            lines.add(out.format("$L.scalar($T.$L);", wiring, GraphQlLibrary.SCALARS, scalar.name()));
        }
        for (Definition definition : schema.definitions()) {
            if (definition instanceof Definition.Output output) {
                lines.add(out.format("$T.wire($L);", sources.recordClass(output.record()), wiring));
            } else if (definition instanceof Definition.Symbols symbols) {
                lines.add(out.format(
                        "$T.enumType($L, $S, $T.values());",
                        GraphQlLibrary.OUTPUTS,
                        wiring,
                        symbols.name(),
                        sources.type(symbols.type())));
            } else if (definition instanceof Definition.Union union) {
                lines.add(union(out, union));
            } else if (definition instanceof Definition.Entry entry && !entry.input()) {
                lines.add(out.format(
                        "$T.entryType($L, $S, $L);",
                        GraphQlLibrary.OUTPUTS,
                        wiring,
                        entry.name(),
                        shape.function(entry.value(), 1)));
            } else if (definition instanceof Definition.Wrapper wrapper) {
                lines.add(out.format(
                        "$T.valueType($L, $S, $L);",
                        GraphQlLibrary.OUTPUTS,
                        wiring,
                        wrapper.name(),
                        shape.function(wrapper.value(), 1)));
            }
        }
        out.open("private static void wire($T $L) {", GraphQlLibrary.RUNTIME_WIRING.nested("Builder"), wiring);
        lines.forEach(out::raw);
        out.close();
    }

    private String union(JavaWriter out, Definition.Union union) {
        StringBuilder line = new StringBuilder(out.format("$T.of($S)", GraphQlLibrary.UNION_WIRING, union.name()));
        for (Definition.Branch branch : union.branches()) {
            line.append(out.format(".member($T.class, $S)", raw(branch.type()), branch.typeName()));
        }
        return line.append(out.format(".addTo($L);", local("wiring"))).toString();
    }

    private String local(String name) {
        return sources.names().local(name);
    }

    private JavaType raw(Type type) {
        if (type instanceof ArrayType) {
            return ClassName.of(List.class);
        } else if (type instanceof MapType) {
            return ClassName.of(Map.class);
        } else if (type == PrimitiveType.STRING) {
            return ClassName.of(CharSequence.class);
        } else if (type == PrimitiveType.BYTES) {
            return ClassName.of(ByteBuffer.class);
        }
        return types.boxed(type);
    }

    private boolean usesDeprecated(GraphQlSchema schema) {
        return schema.subscriptions().stream()
                        .anyMatch(one -> one.topic().deprecated().isPresent())
                || schema.mutations().stream()
                        .anyMatch(one -> one.topic().deprecated().isPresent()
                                || sources.topics().replies(one.topic()).stream()
                                        .anyMatch(reply -> reply.deprecated().isPresent()));
    }
}
