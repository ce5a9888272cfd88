package org.openbankmark.topology.generator.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.model.graphql.Definition;
import org.openbankmark.topology.model.graphql.Definition.FieldDefinition;
import org.openbankmark.topology.model.graphql.GraphQlSchema;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/** For each record that GraphQL shows or takes, a class that does so; a record's edit changes its own class only. */
public final class RecordWiringEmitter implements Emitter<GraphQlSchema> {
    private final GraphQlSources sources;

    /** For the records of one topology. */
    public RecordWiringEmitter(GraphQlSources sources) {
        this.sources = sources;
    }

    private record Sides(Definition.@Nullable Output output, Definition.@Nullable Input input) {}

    @Override
    public List<GeneratedFile> emit(GraphQlSchema schema) {
        Map<RecordType, Sides> records = new LinkedHashMap<>();
        for (Definition definition : schema.definitions()) {
            if (definition instanceof Definition.Output output) {
                records.merge(output.record(), new Sides(output, null), (a, b) -> new Sides(output, a.input()));
            } else if (definition instanceof Definition.Input input) {
                records.merge(input.record(), new Sides(null, input), (a, b) -> new Sides(a.output(), input));
            }
        }
        List<GeneratedFile> files = new ArrayList<>();
        records.forEach((record, sides) -> files.add(file(record, sides)));
        return files;
    }

    private GeneratedFile file(RecordType record, Sides sides) {
        ClassName name = sources.recordClass(record);
        JavaWriter out = sources.names().writer(name).declare("Builder");
        out.javadoc(Javadoc.of("How GraphQL shows and takes a {@link " + out.name(sources.type(record)) + "}."));
        sources.origin().annotate(out, record);
        out.open("public final class $L {", name.simpleName());
        out.line("private $L() {}", name.simpleName());
        Definition.Output output = sides.output();
        if (output != null) {
            show(out, output);
        }
        Definition.Input input = sides.input();
        if (input != null) {
            read(out, input);
        }
        out.close();
        return new GeneratedFile(
                GeneratedFile.Kind.JAVA,
                name.sourcePath(),
                out.toSource(),
                sources.origin().of(record));
    }

    private void show(JavaWriter out, Definition.Output output) {
        out.blank().javadoc(Javadoc.of("Says where the fields come from."));
        out.open("public static void wire($T wiring$$) {", GraphQlLibrary.RUNTIME_WIRING.nested("Builder"));
        if (output.fields().isEmpty()) {
            out.line("$T.emptyType(wiring$$, $S);", GraphQlLibrary.OUTPUTS, output.name())
                    .close();
            return;
        }
        ClassName type = sources.type(output.record());
        OutputShape shape = new OutputShape(out);
        out.line("$T.of($S, $T.class)", GraphQlLibrary.OBJECT_WIRING, output.name(), type)
                .indent()
                .indent();
        for (FieldDefinition field : output.fields()) {
            String getter = sources.field(output.record(), field).getter();
            String value = "record$." + getter + "()";
            String shown = shape.expression(field.field().type(), value);
            String function = shown.equals(value) ? out.name(type) + "::" + getter : "record$ -> " + shown;
            out.line(".field($S, $L)", field.name(), function);
        }
        out.line(".addTo(wiring$$);").outdent().outdent().close();
    }

    private void read(JavaWriter out, Definition.Input input) {
        ClassName type = sources.type(input.record());
        InputReaders readers = new InputReaders(sources, out);
        out.blank()
                .javadoc(Javadoc.of("Reads a record from what a client gave.")
                        .throwing(
                                "org.openbankmark.topology.graphql.input.InvalidInputException",
                                "if a value is none of its field"));
        out.open("public static $T read($T input$$) {", type, GraphQlLibrary.INPUT_VALUE);
        out.line("$T record$$ = $T.newBuilder();", type.nested("Builder"), type);
        for (FieldDefinition field : input.fields()) {
            FieldNames.Names names = sources.field(input.record(), field);
            Type fieldType = field.field().type();
            String given = out.format("input$$.field($S)", field.name());
            if (!field.field().hasDefault()) {
                out.line("record$$.$L($L);", names.setter(), readers.read(fieldType, given, names.stem(), 0));
            } else {
                out.line(
                        "$L.$L(value$$ -> record$$.$L($L));",
                        given,
                        fieldType.isNullable() ? "ifPresent" : "ifGiven",
                        names.setter(),
                        readers.read(fieldType, "value$", names.stem(), 0));
            }
        }
        out.line("return record$$.build();").close();
        readers.emitRest();
    }
}
