package org.openbankmark.topology.model.avro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Span;

/** Takes a schema file apart into its named types (Avro specification, "Names"), in whatever order they stand. */
final class DefinitionReader {
    private static final Set<String> PRIMITIVES =
            Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");
    private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");
    /** Says which class Avro makes of a string, or of a map's keys, in Java; what is registered is for all languages. */
    private static final String JAVA_STRING = "avro.java.string";

    private final Map<String, Definition> definitions;
    private final ProblemCollector problems;

    DefinitionReader(Map<String, Definition> definitions, ProblemCollector problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    /** Adds what one file defines. */
    void read(JsonValue file) {
        List<JsonValue> roots = file instanceof JsonValue.Items items ? items.items() : List.of(file);
        for (JsonValue root : roots) {
            if (root instanceof JsonValue.Members members && NAMED.contains(members.text("type"))) {
                type(root, "", new LinkedHashSet<>());
            } else {
                problems.report(
                        Rule.INVALID_SCHEMA,
                        root.span(),
                        "a schema file holds a record, an enum or a fixed, or a list of them",
                        "write {\"type\": \"record\", \"name\": …, \"namespace\": …, \"fields\": […]}");
            }
        }
    }

    private JsonValue type(JsonValue type, String namespace, Set<String> uses) {
        if (type instanceof JsonValue.Text name) {
            return PRIMITIVES.contains(name.text()) ? name : reference(name, namespace, uses);
        }
        if (type instanceof JsonValue.Items union) {
            List<JsonValue> branches = new ArrayList<>();
            for (JsonValue branch : union.items()) {
                branches.add(type(branch, namespace, uses));
            }
            return new JsonValue.Items(branches, union.span());
        }
        if (!(type instanceof JsonValue.Members members)) {
            return type;
        }
        return switch (members.text("type")) {
            case "record", "error", "enum", "fixed" -> named(members, namespace, uses);
            case "array" -> inside(members, "items", namespace, uses);
            case "map" -> inside(withoutJavaString(members), "values", namespace, uses);
            default -> inside(withoutJavaString(members), "type", namespace, uses);
        };
    }

    private JsonValue inside(JsonValue.Members members, String key, String namespace, Set<String> uses) {
        JsonValue inner = members.members().get(key);
        return inner == null ? members : members.with(key, type(inner, namespace, uses));
    }

    private static JsonValue.Members withoutJavaString(JsonValue.Members members) {
        if (!members.members().containsKey(JAVA_STRING)) {
            return members;
        }
        Map<String, JsonValue> rest = new LinkedHashMap<>(members.members());
        rest.remove(JAVA_STRING);
        return new JsonValue.Members(rest, members.span());
    }

    // A name is kept as it is and resolved when all files are known.
    private static JsonValue reference(JsonValue.Text name, String namespace, Set<String> uses) {
        boolean full = name.text().contains(".") || namespace.isEmpty();
        String fullName = full ? name.text() : namespace + "." + name.text();
        uses.add(fullName);
        return new JsonValue.Text(fullName, name.span());
    }

    private JsonValue named(JsonValue.Members given, String enclosing, Set<String> uses) {
        String name = given.text("name");
        JsonValue place = given.members().getOrDefault("name", given);
        Span span = place.span();
        if (name.isEmpty()) {
            problems.report(
                    Rule.INVALID_SCHEMA, span, "this " + given.text("type") + " has no name", "add \"name\": \"…\"");
            return given;
        }
        int dot = name.lastIndexOf('.');
        boolean own = given.members().containsKey("namespace");
        String namespace = dot >= 0 ? name.substring(0, dot) : own ? given.text("namespace") : enclosing;
        if (namespace.isEmpty()) {
            problems.report(
                    Rule.INVALID_SCHEMA,
                    span,
                    "'" + name + "' has no namespace; Java classes in packages cannot use one that is in none",
                    "add \"namespace\": \"com.example.events\"");
            return given;
        }
        String fullName = namespace + "." + name.substring(dot + 1);
        Set<String> inner = new LinkedHashSet<>();
        JsonValue.Members absolute = withNames(given, name.substring(dot + 1), namespace);
        if (absolute.members().get("fields") instanceof JsonValue.Items fields) {
            absolute = absolute.with("fields", fields(fields, namespace, inner));
        }
        add(new Definition(fullName, absolute, inner, span));
        uses.add(fullName);
        return new JsonValue.Text(fullName, span);
    }

    private static JsonValue.Members withNames(JsonValue.Members given, String name, String namespace) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        given.members().forEach((key, value) -> {
            if (key.equals("name")) {
                members.put("name", new JsonValue.Text(name, value.span()));
                members.put("namespace", new JsonValue.Text(namespace, value.span()));
            } else if (!key.equals("namespace")) {
                members.put(key, value);
            }
        });
        return new JsonValue.Members(members, given.span());
    }

    private JsonValue fields(JsonValue.Items fields, String namespace, Set<String> uses) {
        List<JsonValue> made = new ArrayList<>();
        for (JsonValue field : fields.items()) {
            made.add(
                    field instanceof JsonValue.Members members
                            ? inside(withoutJavaString(members), "type", namespace, uses)
                            : field);
        }
        return new JsonValue.Items(made, fields.span());
    }

    private void add(Definition definition) {
        @Nullable Definition first = definitions.putIfAbsent(definition.fullName(), definition);
        if (first != null && !first.sameAs(definition)) {
            problems.report(
                    Rule.NAME_COLLISION,
                    definition.span(),
                    "'" + definition.fullName() + "' is defined differently at "
                            + first.span().location(),
                    "keep one definition; the same one may stand in several files");
        }
    }
}
