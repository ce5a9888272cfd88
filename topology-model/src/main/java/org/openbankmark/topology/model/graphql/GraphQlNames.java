package org.openbankmark.topology.model.graphql;

import java.util.Locale;
import java.util.stream.Collectors;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** What things are called in GraphQL. Stateless. */
final class GraphQlNames {
    private GraphQlNames() {}

    /** The field of a topic: its name, with an underscore for what GraphQL does not allow. */
    static String operation(Topic topic) {
        String name = topic.name().replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /** What the names of a topic's types begin with, as those of its Java classes. */
    static String base(Topic topic) {
        StringBuilder out = new StringBuilder();
        boolean capital = true;
        for (char c : topic.name().toCharArray()) {
            boolean joins = c == '.' || c == '-' || c == '_';
            if (!joins) {
                out.append(capital ? Character.toUpperCase(c) : c);
            }
            capital = joins;
        }
        return !out.isEmpty() && Character.isDigit(out.charAt(0)) ? "Topic" + out : out.toString();
    }

    /** What the names of types made for a type begin with: {@code String}, {@code LineList}, {@code StringOrLong}. */
    static String stem(Type type) {
        if (type instanceof PrimitiveType primitive) {
            String name = primitive.name();
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        } else if (type instanceof LogicalType logical) {
            return Scalar.of(logical.kind()).graphQlName();
        } else if (type instanceof NamedType named) {
            return named.name();
        } else if (type instanceof ArrayType array) {
            return stem(array.element()) + "List";
        } else if (type instanceof MapType map) {
            return stem(map.value()) + "EntryList";
        }
        UnionType union = (UnionType) type;
        String branches = union.branches().stream()
                .filter(branch -> branch != PrimitiveType.NULL)
                .map(GraphQlNames::stem)
                .distinct()
                .collect(Collectors.joining("Or"));
        return type.isNullable() ? "Optional" + branches : branches;
    }

    /** The name of a union, whether it may be null or not. */
    static String union(UnionType type) {
        String stem = stem(type);
        return type.isNullable() ? stem.substring("Optional".length()) : stem;
    }

    /**
     * A type in the words of the topology file. Two have the same where GraphQL cannot tell them apart; names made of {@link #stem} may
     * be alike where these are not.
     */
    static String meaning(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive.name().toLowerCase(Locale.ROOT);
        } else if (type instanceof LogicalType logical) {
            return Scalar.of(logical.kind()).graphQlName();
        } else if (type instanceof FixedType) {
            return meaning(PrimitiveType.BYTES);
        } else if (type instanceof NamedType named) {
            return named.fullName();
        } else if (type instanceof ArrayType array) {
            return meaning(array.element()) + "[]";
        } else if (type instanceof MapType map) {
            return "map<" + meaning(map.value()) + ">";
        }
        String values = values((UnionType) type);
        String joined = values.contains(" | ") ? "(" + values + ")" : values;
        return type.isNullable() ? joined + "?" : joined;
    }

    /** The same of a union's values but null. */
    static String values(UnionType type) {
        return type.branches().stream()
                .filter(branch -> branch != PrimitiveType.NULL)
                .map(GraphQlNames::meaning)
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    /** The field of a branch in an input: {@code string}, {@code uuid}, {@code lineList}; a named type has its own name. */
    static String branchKey(Type type) {
        if (type instanceof NamedType named) {
            return named.name();
        }
        String stem = stem(type);
        return stem.equals("UUID") ? "uuid" : Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
    }
}
