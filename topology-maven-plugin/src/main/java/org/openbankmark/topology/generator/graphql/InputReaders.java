package org.openbankmark.topology.generator.graphql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.record.JavaTypes;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Expressions that read values from what a client gave, and the methods for unions. Not thread-safe. */
final class InputReaders {
    private final GraphQlSources sources;
    private final JavaWriter out;
    private final Deque<Method> open = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();

    private record Method(String name, UnionType union) {}

    InputReaders(GraphQlSources sources, JavaWriter out) {
        this.sources = sources;
        this.out = out;
    }

    /**
     * The expression for a value that is not null.
     *
     * @param value an expression of what was given
     * @param stem what methods for it are called by
     */
    String read(Type type, String value, String stem, int depth) {
        if (type instanceof PrimitiveType primitive) {
            return switch (primitive) {
                case NULL -> "null";
                case BOOLEAN -> value + ".bool()";
                case INT -> value + ".int32()";
                case LONG -> value + ".int64()";
                case FLOAT -> value + ".float32()";
                case DOUBLE -> value + ".float64()";
                case BYTES -> value + ".bytes()";
                case STRING -> value + ".text()";
            };
        } else if (type instanceof LogicalType logical) {
            return value + logical(logical);
        } else if (type instanceof FixedType fixed) {
            return out.format("new $T($L.fixed($L))", sources.type(fixed), value, fixed.size());
        } else if (type instanceof EnumType symbols) {
            return out.format("$L.symbol($T.class)", value, sources.type(symbols));
        } else if (type instanceof RecordType record) {
            return out.format("$T.read($L)", sources.recordClass(record), value);
        } else if (type instanceof ArrayType array) {
            return value + ".list(" + function(array.element(), stem + "Item", depth + 1) + ")";
        } else if (type instanceof MapType map) {
            return value + ".map(" + function(map.value(), stem + "Value", depth + 1) + ")";
        }
        return union((UnionType) type, value, stem, depth);
    }

    private String union(UnionType union, String value, String stem, int depth) {
        boolean nullable = union.isNullable();
        Optional<Type> only = union.onlyValue();
        if (only.isPresent()) {
            return nullable
                    ? value + ".orNull(" + function(only.get(), stem, depth + 1) + ")"
                    : read(only.get(), value, stem, depth);
        } else if (union.branches().equals(List.of(PrimitiveType.NULL))) {
            return read(PrimitiveType.NULL, value, stem, depth);
        }
        String name = "read" + (stem.isEmpty() ? "$" : stem);
        for (int i = 1; !taken.add(name); i++) {
            name = "read" + stem + "$" + i;
        }
        open.add(new Method(name, union));
        String method = out.type().simpleName() + "::" + name;
        return nullable ? value + ".orNull(" + method + ")" : name + "(" + value + ")";
    }

    private String function(Type type, String stem, int depth) {
        String value = "value" + depth + "$";
        return value + " -> " + read(type, value, stem, depth);
    }

    /** Writes the methods that were used so far. */
    void emitRest() {
        while (!open.isEmpty()) {
            Method method = open.remove();
            out.blank()
                    .open(
                            "private static $T $L($T value$$) {",
                            Object.class,
                            method.name(),
                            GraphQlLibrary.INPUT_VALUE);
            out.open("return value$$.oneOf((branch$$, given$$) -> switch (branch$$) {");
            Set<String> keys = new HashSet<>();
            for (Type branch : method.union().branches()) {
                String key = GraphQlSources.branchKey(branch);
                if (branch != PrimitiveType.NULL && keys.add(key)) {
                    String stem = method.name().substring("read".length()) + "Branch" + keys.size();
                    String read = read(branch, "given$", stem, 0);
                    // Alone, numbers of several types would all become the widest (JLS 15.28.1).
                    out.line(
                            "case $S -> $L;",
                            key,
                            JavaTypes.isPrimitive(branch) ? out.format("($T) ", Object.class) + read : read);
                }
            }
            out.line("default -> throw given$$.unknownBranch();").close("});").close();
        }
    }

    private static String logical(LogicalType type) {
        return switch (type.kind()) {
            case UUID -> ".uuid()";
            case DECIMAL -> ".decimal(" + type.precision() + ", " + type.scale() + ")";
            case DATE -> ".date()";
            case TIME_MILLIS -> ".time(1_000_000)";
            case TIME_MICROS -> ".time(1_000)";
            case TIMESTAMP_MILLIS -> ".timestamp(1_000_000)";
            case TIMESTAMP_MICROS -> ".timestamp(1_000)";
            case LOCAL_TIMESTAMP_MILLIS -> ".localTimestamp(1_000_000)";
            case LOCAL_TIMESTAMP_MICROS -> ".localTimestamp(1_000)";
        };
    }
}
