package org.openbankmark.topology.generator.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.GraphQl;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The model of Avro schemas, so that the generator can be tested on any schema without a topology file. */
public final class SchemaModel {
    private final Map<String, NamedType> named = new LinkedHashMap<>();
    private int line;

    /** The types of a topology. */
    public static SchemaModel of(Topology topology) {
        SchemaModel model = new SchemaModel();
        topology.types().forEach(model::keep);
        return model;
    }

    /** The model's type for a schema; what it names is kept. A field with the property {@code secret} is one. */
    public Type type(Schema schema) {
        Optional<LogicalKind> kind = kind(schema);
        if (kind.isPresent()) {
            return new LogicalType(kind.get(), plain(schema), schema);
        }
        return plain(schema);
    }

    /** The record for a schema. */
    public RecordType record(Schema schema) {
        return (RecordType) type(schema);
    }

    /** The record for a schema's JSON. */
    public RecordType record(String json) {
        return record(new Schema.Parser().parse(json));
    }

    /** All types with a name so far. */
    public List<NamedType> types() {
        return List.copyOf(named.values());
    }

    /** A topology of the types so far. */
    public Topology topology() {
        return topology(List.of(), List.of());
    }

    /** A topology of the types so far, with topics and services. */
    public Topology topology(List<Topic> topics, List<Service> services) {
        return new Topology(
                "test",
                "org.example.events",
                Optional.empty(),
                types(),
                topics,
                services,
                new GraphQl(List.of(), List.of()),
                List.of(),
                "topology.yaml",
                List.of(),
                "00");
    }

    private Type plain(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> named(schema);
            case ARRAY -> new ArrayType(type(schema.getElementType()), schema);
            case MAP -> new MapType(type(schema.getValueType()), schema);
            case UNION ->
                new UnionType(schema.getTypes().stream().map(this::type).toList(), schema);
            default -> PrimitiveType.valueOf(schema.getType().name());
        };
    }

    private NamedType named(Schema schema) {
        NamedType known = named.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        String space = schema.getNamespace() == null ? "" : schema.getNamespace();
        Optional<String> doc = Optional.ofNullable(schema.getDoc());
        Location location = new Location("topology.yaml", ++line, 3);
        return switch (schema.getType()) {
            case ENUM ->
                keep(new EnumType(
                        schema.getName(),
                        space,
                        schema.getEnumSymbols(),
                        Optional.ofNullable(schema.getEnumDefault()),
                        doc,
                        location,
                        "types." + schema.getName(),
                        schema));
            case FIXED ->
                keep(new FixedType(
                        schema.getName(),
                        space,
                        schema.getFixedSize(),
                        doc,
                        location,
                        "types." + schema.getName(),
                        schema));
            default -> {
                RecordType record =
                        new RecordType(schema.getName(), space, doc, location, "records." + schema.getName(), schema);
                keep(record);
                List<Field> fields = new ArrayList<>();
                for (Schema.Field field : schema.getFields()) {
                    fields.add(new Field(
                            field.name(),
                            type(field.schema()),
                            Optional.ofNullable(field.doc()),
                            List.copyOf(field.aliases()),
                            field.getObjectProp("secret") != null,
                            new Location("topology.yaml", ++line, 5),
                            field));
                }
                record.link(fields);
                yield record;
            }
        };
    }

    private NamedType keep(NamedType type) {
        named.put(type.fullName(), type);
        return type;
    }

    private static Optional<LogicalKind> kind(Schema schema) {
        if (schema.getLogicalType() == null) {
            return Optional.empty();
        }
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
            return Optional.of(LogicalKind.DECIMAL);
        }
        String name = schema.getLogicalType().getName().replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        for (LogicalKind kind : LogicalKind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
