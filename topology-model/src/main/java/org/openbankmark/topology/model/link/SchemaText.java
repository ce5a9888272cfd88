package org.openbankmark.topology.model.link;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Writes named types one by one, each naming the others it uses, so that the whole stays linear. */
final class SchemaText {
    private final Consumer<String> out;

    SchemaText(Consumer<String> out) {
        this.out = out;
    }

    void write(NamedType type) {
        out.accept("type");
        out.accept(type.fullName());
        out.accept(type.doc().isPresent() ? "doc " + type.doc().get() : "no doc");
        out.accept(new TreeSet<>(type.schema().getAliases()).toString());
        properties(type.schema());
        if (type instanceof EnumType symbols) {
            out.accept("enum");
            symbols.symbols().forEach(out);
            out.accept("default " + symbols.defaultSymbol());
        } else if (type instanceof FixedType fixed) {
            out.accept("fixed " + fixed.size());
        } else if (type instanceof RecordType record) {
            out.accept(record.schema().isError() ? "error" : "record");
            record.fields().forEach(this::field);
        }
    }

    private void field(Field field) {
        Schema.Field avro = field.schemaField();
        out.accept("field");
        out.accept(field.name());
        type(field.type());
        out.accept(field.doc().isPresent() ? "doc " + field.doc().get() : "no doc");
        out.accept(field.hasDefault() ? "default " + DefaultText.of(avro) : "no default");
        out.accept(new TreeSet<>(field.aliases()).toString());
        out.accept(avro.order() + "/" + field.secret());
        properties(avro);
    }

    private void type(Type type) {
        if (type instanceof NamedType named) {
            out.accept("named " + named.fullName());
        } else if (type instanceof PrimitiveType primitive) {
            out.accept(primitive.name());
        } else if (type instanceof ArrayType array) {
            out.accept("array");
            properties(array.schema());
            type(array.element());
        } else if (type instanceof MapType map) {
            out.accept("map");
            properties(map.schema());
            type(map.value());
        } else if (type instanceof UnionType union) {
            out.accept("union " + union.branches().size());
            union.branches().forEach(this::type);
        } else if (type instanceof LogicalType logical) {
            out.accept(logical.kind() + "/" + logical.precision() + "/" + logical.scale());
            type(logical.base());
        }
    }

    private void properties(JsonProperties of) {
        Map<String, Object> sorted = new TreeMap<>(of.getObjectProps());
        sorted.forEach((name, value) -> {
            out.accept(name);
            out.accept(DefaultText.canonical(value));
        });
        out.accept("properties " + sorted.size());
    }
}
