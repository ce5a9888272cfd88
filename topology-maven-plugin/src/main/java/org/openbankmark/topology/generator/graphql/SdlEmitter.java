package org.openbankmark.topology.generator.graphql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.graphql.Definition;
import org.openbankmark.topology.model.graphql.GraphQlSchema;
import org.openbankmark.topology.model.graphql.Scalar;

/** The schema in GraphQL's own language, for the class path. */
public final class SdlEmitter implements Emitter<Topology> {

    /** Where the schema lies on the class path. */
    public static String path(Topology topology) {
        return "META-INF/topology/" + topology.name() + ".graphqls";
    }

    @Override
    public List<GeneratedFile> emit(Topology topology) {
        GraphQlSchema schema = GraphQlSchema.of(topology);
        SdlWriter out = new SdlWriter();
        out.line("# Generated from the topology " + topology.name() + ". Extend it: extend type Query { … }")
                .blank();
        query(out);
        if (!schema.mutations().isEmpty()) {
            mutations(out, schema);
        }
        if (!schema.subscriptions().isEmpty()) {
            subscriptions(out, schema);
        }
        schema.definitions().forEach(definition -> definition(out, definition));
        for (Scalar scalar : schema.scalars()) {
            out.blank().doc(Optional.of(scalar.doc())).line("scalar " + scalar.graphQlName());
        }
        return List.of(new GeneratedFile(
                GeneratedFile.Kind.RESOURCE, path(topology), out.toString(), "the topology " + topology.name()));
    }

    /** GraphQL wants a query, and a query wants a field; services add theirs. */
    private static void query(SdlWriter out) {
        out.open("type Query")
                .doc(Optional.of("The fingerprint of the topology that this part of the schema was generated from."))
                .line("topology_fingerprint: String!")
                .close();
    }

    private static void mutations(SdlWriter out, GraphQlSchema schema) {
        out.blank().open("type Mutation");
        for (GraphQlSchema.Mutation mutation : schema.mutations()) {
            Topic topic = mutation.topic();
            out.doc(doc(topic, "Sends a command to the topic " + topic.name() + " and gives its reply."))
                    .line(mutation.name() + "(input: " + mutation.input() + "): " + mutation.result()
                            + SdlWriter.deprecation(topic.deprecated()));
        }
        out.close();
    }

    private static void subscriptions(SdlWriter out, GraphQlSchema schema) {
        out.blank().open("type Subscription");
        for (GraphQlSchema.Subscription subscription : schema.subscriptions()) {
            Topic topic = subscription.topic();
            String arguments = subscription.filters().stream()
                    .map(filter -> filter.name() + ": " + filter.type())
                    .collect(Collectors.joining(", "));
            out.doc(doc(topic, "The records of the topic " + topic.name() + ", as they come."))
                    .line(subscription.name() + (arguments.isEmpty() ? "" : "(" + arguments + ")") + ": "
                            + subscription.result() + SdlWriter.deprecation(topic.deprecated()));
        }
        out.close();
    }

    private static Optional<String> doc(Topic topic, String generated) {
        return Optional.of(topic.doc().map(doc -> generated + "\n" + doc).orElse(generated));
    }

    private static void definition(SdlWriter out, Definition definition) {
        out.blank();
        if (definition instanceof Definition.Output record) {
            out.doc(record.record().doc());
            fields(out, "type " + record.name(), record.fields());
        } else if (definition instanceof Definition.Input record) {
            out.doc(record.record().doc());
            fields(out, "input " + record.name(), record.fields());
        } else if (definition instanceof Definition.Symbols symbols) {
            out.doc(symbols.type().doc()).open("enum " + symbols.name());
            symbols.type().symbols().forEach(out::line);
            out.close();
        } else if (definition instanceof Definition.Union union) {
            out.line("union " + union.name() + " = "
                    + union.branches().stream().map(Definition.Branch::typeName).collect(Collectors.joining(" | ")));
        } else if (definition instanceof Definition.OneOf oneOf) {
            out.doc(Optional.of("Exactly one of these.")).open("input " + oneOf.name() + " @oneOf");
            oneOf.branches().forEach(branch -> out.line(branch.key() + ": " + branch.ref()));
            out.close();
        } else if (definition instanceof Definition.Entry entry) {
            out.doc(Optional.of("An entry of a map; each key is there once."))
                    .open((entry.input() ? "input " : "type ") + entry.name())
                    .line("key: String!")
                    .line("value: " + entry.valueRef())
                    .close();
        } else if (definition instanceof Definition.Wrapper wrapper) {
            out.doc(Optional.of("A value that is one of several types."))
                    .open("type " + wrapper.name())
                    .line("value: " + wrapper.valueRef())
                    .close();
        }
    }

    private static void fields(SdlWriter out, String head, List<Definition.FieldDefinition> fields) {
        out.open(head);
        for (Definition.FieldDefinition field : fields) {
            out.doc(field.field().doc()).line(field.name() + ": " + field.type());
        }
        if (fields.isEmpty()) {
            out.doc(Optional.of("There is no field to show; GraphQL wants one."))
                    .line("_empty: Boolean");
        }
        out.close();
    }
}
