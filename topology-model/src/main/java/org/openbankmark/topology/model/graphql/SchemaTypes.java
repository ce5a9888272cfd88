package org.openbankmark.topology.model.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbankmark.topology.model.graphql.Definition.Branch;
import org.openbankmark.topology.model.graphql.Definition.FieldDefinition;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The types that operations need, each once, in the order of first use. Not thread-safe. */
final class SchemaTypes {
    private static final Set<String> NO_SYMBOLS = Set.of("true", "false", "null");

    private final NameClaims names;
    private final Complaints complaints;
    // A place is taken before its definition is made, so that recursion ends.
    private final Map<String, List<Definition>> byName = new LinkedHashMap<>();
    private final Set<Scalar> scalars = new TreeSet<>();

    SchemaTypes(NameClaims names, Complaints complaints) {
        this.names = names;
        this.complaints = complaints;
    }

    List<Definition> definitions() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    Set<Scalar> scalars() {
        return scalars;
    }

    /** The object type of a record. */
    String output(RecordType record) {
        String name = record.name();
        if (isNew(name, "the record '" + record.fullName() + "'")) {
            List<FieldDefinition> fields = new ArrayList<>();
            for (Field field : record.fields()) {
                if (!field.secret()) {
                    fields.add(field(record, field, false));
                }
            }
            put(new Definition.Output(name, record, fields));
        }
        return name;
    }

    /** A union of records under a name of its own. */
    String union(String name, String what, List<RecordType> members) {
        if (isNew(name, what)) {
            put(new Definition.Union(name, branches(List.copyOf(members), false)));
        }
        return name;
    }

    /** The input form of the same. */
    TypeRef oneOf(String name, String what, List<RecordType> members) {
        if (isNew(name, what)) {
            put(new Definition.OneOf(name, branches(List.copyOf(members), true)));
        }
        return TypeRef.named(name);
    }

    /** A use of a type, required unless null is among its values. */
    TypeRef reference(Type type, boolean input) {
        if (type == PrimitiveType.NULL) {
            return scalar(Scalar.BOOLEAN);
        } else if (type instanceof PrimitiveType primitive) {
            return scalar(Scalar.of(primitive)).required();
        } else if (type instanceof LogicalType logical) {
            return scalar(Scalar.of(logical.kind())).required();
        } else if (type instanceof FixedType) {
            return scalar(Scalar.BYTES).required();
        } else if (type instanceof EnumType symbols) {
            return TypeRef.named(symbols(symbols)).required();
        } else if (type instanceof RecordType record) {
            return TypeRef.named(input ? input(record) : output(record)).required();
        } else if (type instanceof ArrayType array) {
            return reference(array.element(), input).list().required();
        } else if (type instanceof MapType map) {
            return TypeRef.named(entry(map, input)).required().list().required();
        }
        return union((UnionType) type, input);
    }

    private TypeRef union(UnionType union, boolean input) {
        List<Type> branches = union.branches().stream()
                .filter(branch -> branch != PrimitiveType.NULL)
                .toList();
        TypeRef ref;
        if (branches.isEmpty()) {
            return scalar(Scalar.BOOLEAN);
        } else if (branches.size() == 1) {
            ref = reference(branches.get(0), input);
        } else {
            String name = GraphQlNames.union(union) + (input ? "Input" : "");
            if (isNew(name, "the union '" + GraphQlNames.values(union) + "'")) {
                List<Branch> made = branches(branches, input);
                put(input ? new Definition.OneOf(name, made) : new Definition.Union(name, made));
            }
            ref = TypeRef.named(name).required();
        }
        return union.isNullable() ? ref.optional() : ref;
    }

    private List<Branch> branches(List<? extends Type> types, boolean input) {
        Map<String, Branch> branches = new LinkedHashMap<>();
        for (Type type : types) {
            String key = GraphQlNames.branchKey(type);
            if (input) {
                names.checkReserved(key, "a branch of a union");
            }
            TypeRef ref = reference(type, input).optional();
            String name = input || type instanceof RecordType ? ref.text() : wrapper(type, ref);
            // Two that Java cannot tell apart, such as times of two precisions, are one.
            Branch other = branches.putIfAbsent(key, new Branch(key, name, ref, type));
            if (other != null && !GraphQlNames.meaning(other.type()).equals(GraphQlNames.meaning(type))) {
                complaints.report(
                        "'" + GraphQlNames.meaning(other.type()) + "' and '" + GraphQlNames.meaning(type)
                                + "' would both be the field '" + key + "' of a union",
                        "rename the record or enum, or do not open what uses the union");
            }
        }
        return List.copyOf(branches.values());
    }

    private String wrapper(Type type, TypeRef ref) {
        String name = GraphQlNames.stem(type) + "Value";
        if (isNew(name, "a value '" + GraphQlNames.meaning(type) + "' in a union")) {
            put(new Definition.Wrapper(name, ref.required(), type));
        }
        return name;
    }

    private String entry(MapType map, boolean input) {
        String name = GraphQlNames.stem(map.value()) + "Entry" + (input ? "Input" : "");
        if (isNew(name, "an entry of '" + GraphQlNames.meaning(map) + "'")) {
            scalars.add(Scalar.STRING);
            put(new Definition.Entry(name, input, reference(map.value(), input), map.value()));
        }
        return name;
    }

    private String input(RecordType record) {
        String name = record.name() + "Input";
        if (isNew(name, "the input of record '" + record.fullName() + "'")) {
            List<FieldDefinition> fields = new ArrayList<>();
            for (Field field : record.fields()) {
                fields.add(field(record, field, true));
            }
            put(new Definition.Input(name, record, fields));
        }
        return name;
    }

    private FieldDefinition field(RecordType record, Field field, boolean input) {
        names.checkReserved(field.name(), "the field '" + field.name() + "' of record '" + record.fullName() + "'");
        TypeRef ref = reference(field.type(), input);
        return new FieldDefinition(field.name(), input && field.hasDefault() ? ref.optional() : ref, field);
    }

    private String symbols(EnumType type) {
        if (isNew(type.name(), "the enum '" + type.fullName() + "'")) {
            for (String symbol : type.symbols()) {
                names.checkReserved(symbol, "a symbol of enum '" + type.fullName() + "'");
                if (NO_SYMBOLS.contains(symbol)) {
                    complaints.report(
                            "the enum '" + type.fullName() + "' has the symbol '" + symbol
                                    + "', which GraphQL does not allow in an enum",
                            "rename the symbol, or do not open what uses the enum");
                }
            }
            put(new Definition.Symbols(type.name(), type));
        }
        return type.name();
    }

    private TypeRef scalar(Scalar scalar) {
        scalars.add(scalar);
        return TypeRef.named(scalar.graphQlName());
    }

    private boolean isNew(String name, String what) {
        names.claim(name, what);
        return byName.putIfAbsent(name, List.of()) == null;
    }

    private void put(Definition definition) {
        byName.put(definition.name(), List.of(definition));
    }
}
