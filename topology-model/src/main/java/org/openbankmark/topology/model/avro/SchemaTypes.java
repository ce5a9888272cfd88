package org.openbankmark.topology.model.avro;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Location;
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

/** Avro schemas to types of the model. Each named schema becomes one type. */
final class SchemaTypes {
    /** A field property by which a schema file marks what must not be shown. */
    private static final String SECRET = "secret";

    private final Map<String, Definition> definitions;
    private final Map<String, NamedType> named = new HashMap<>();
    private final Deque<RecordType> unlinked = new ArrayDeque<>();

    SchemaTypes(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    /** Gives all records met so far, and those that they contain, their fields. */
    void link() {
        while (!unlinked.isEmpty()) {
            RecordType record = unlinked.remove();
            Location location = location(record.fullName());
            List<Field> fields = new ArrayList<>();
            for (Schema.Field field : record.schema().getFields()) {
                fields.add(new Field(
                        field.name(),
                        type(field.schema()),
                        Optional.ofNullable(field.doc()),
                        List.copyOf(new TreeSet<>(field.aliases())),
                        Boolean.TRUE.equals(field.getObjectProp(SECRET)),
                        location,
                        field));
            }
            record.link(fields);
        }
    }

    /** The type of a record, enum or fixed. */
    NamedType named(Schema schema) {
        NamedType known = named.get(schema.getFullName());
        if (known == null) {
            known = make(schema);
            named.put(schema.getFullName(), known);
        }
        return known;
    }

    private NamedType make(Schema schema) {
        String name = schema.getName();
        String namespace = Objects.requireNonNullElse(schema.getNamespace(), "");
        Optional<String> doc = Optional.ofNullable(schema.getDoc());
        Location location = location(schema.getFullName());
        String path = schema.getFullName();
        return switch (schema.getType()) {
            case ENUM ->
                new EnumType(
                        name,
                        namespace,
                        schema.getEnumSymbols(),
                        Optional.ofNullable(schema.getEnumDefault()),
                        doc,
                        location,
                        path,
                        schema);
            case FIXED -> new FixedType(name, namespace, schema.getFixedSize(), doc, location, path, schema);
            default -> {
                RecordType record = new RecordType(name, namespace, doc, location, path, schema);
                unlinked.add(record);
                yield record;
            }
        };
    }

    private Type type(Schema schema) {
        if (schema.getType() == Schema.Type.FIXED) {
            return LogicalSchemas.valueOf((FixedType) named(schema));
        }
        // A logical type that the format has no name for stays what it is on the wire, as Avro has it.
        return LogicalSchemas.kind(schema)
                .<Type>map(kind -> new LogicalType(kind, plain(schema), schema))
                .orElseGet(() -> plain(schema));
    }

    private Type plain(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> named(schema);
            case ARRAY -> new ArrayType(type(schema.getElementType()), schema);
            case MAP -> new MapType(type(schema.getValueType()), schema);
            case UNION ->
                new UnionType(schema.getTypes().stream().map(this::type).toList(), schema);
            case NULL -> PrimitiveType.NULL;
            case BOOLEAN -> PrimitiveType.BOOLEAN;
            case INT -> PrimitiveType.INT;
            case LONG -> PrimitiveType.LONG;
            case FLOAT -> PrimitiveType.FLOAT;
            case DOUBLE -> PrimitiveType.DOUBLE;
            case BYTES -> PrimitiveType.BYTES;
            case STRING -> PrimitiveType.STRING;
        };
    }

    private Location location(String fullName) {
        Definition definition = definitions.get(fullName);
        return definition == null ? new Location("", 1, 1) : definition.span().location();
    }
}
