package org.openbankmark.topology.generator.record;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbankmark.topology.generator.java.Escaping;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Expressions of a fixture that make values, and the methods for lists and maps. Not thread-safe. */
final class FixtureMethods {
    private static final int MOST_LONG_DIGITS = 17;

    private final JavaNames names;
    private final JavaTypes types;
    private final JavaWriter out;
    private final String random;
    private final String depth;
    private final Nesting nesting = new Nesting();
    private final Deque<Method> open = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();

    private record Method(String name, String label, Type type) {}

    FixtureMethods(JavaNames names, JavaTypes types, JavaWriter out) {
        this.names = names;
        this.types = types;
        this.out = out;
        this.random = names.local("random");
        this.depth = names.local("depth");
    }

    /**
     * The expression that makes a value.
     *
     * @param label what texts begin with
     * @param stem what a method for it is called by
     */
    String value(String label, String stem, Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive(label, primitive);
        } else if (type instanceof LogicalType logical) {
            return logical(logical);
        } else if (type instanceof EnumType symbols) {
            return out.name(names.type(symbols)) + ".at(" + random + ".nextInt("
                    + symbols.symbols().size() + "))";
        } else if (type instanceof RecordType record) {
            return out.name(names.fixture(record)) + ".create(" + random + ", " + depth + " - 1)";
        }
        String unique = stem.isEmpty() ? "$" : stem;
        for (int i = 1; !taken.add(unique); i++) {
            unique = stem + "$" + i;
        }
        open.add(new Method("make" + unique, label, type));
        return "make" + unique + "(" + random + ", " + depth + ")";
    }

    /** Writes the methods that were called so far. */
    void emitRest() {
        while (!open.isEmpty()) {
            Method method = open.remove();
            out.blank();
            out.open(
                    "private static $T $L($T $L, int $L) {",
                    types.marked(method.type()),
                    method.name(),
                    Classes.RANDOM,
                    random,
                    depth);
            body(method);
            out.close();
        }
    }

    private void body(Method method) {
        String stem = method.name().substring("make".length());
        if (method.type() instanceof FixedType fixed) {
            out.line("byte[] bytes = new byte[$L];", fixed.size()).line("$L.nextBytes(bytes);", random);
            out.line("return new $T(bytes);", names.type(fixed));
        } else if (method.type() instanceof ArrayType array) {
            collection(
                    array,
                    out.format("new $T<>()", Classes.ARRAY_LIST),
                    names.local("list") + ".add(" + value(method.label(), stem + "Item", array.element()) + ");");
        } else if (method.type() instanceof MapType map) {
            collection(
                    map,
                    out.format("new $T<>()", Classes.LINKED_HASH_MAP),
                    names.local("map") + ".put(" + Escaping.literal("key-") + " + " + names.local("i") + ", "
                            + value(method.label(), stem + "Value", map.value()) + ");");
        } else {
            union(method, stem, (UnionType) method.type());
        }
    }

    private void collection(Type type, String creation, String addition) {
        String variable = names.local(type instanceof ArrayType ? "list" : "map");
        String index = names.local("i");
        out.line("$T $L = $L;", types.boxed(type), variable, creation);
        out.open("for (int $L = 0; $L > 0 && $L < 2; $L++) {", index, depth, index, index)
                .raw(addition)
                .close();
        out.line("return $L;", variable);
    }

    private void union(Method method, String stem, UnionType union) {
        List<Type> branches = union.branches();
        int shallow = shallowBranch(branches);
        out.open("return switch ($L > 0 ? $L.nextInt($L) : $L) {", depth, random, branches.size(), shallow);
        for (int i = 0; i < branches.size(); i++) {
            String value = value(method.label(), stem + "Branch" + i, branches.get(i));
            out.line("$L -> $L;", i == branches.size() - 1 ? "default" : "case " + i, value);
        }
        out.close("};");
    }

    /** The null there is, or else the branch that ends soonest. */
    private int shallowBranch(List<Type> branches) {
        int nullBranch = branches.indexOf(PrimitiveType.NULL);
        if (nullBranch >= 0) {
            return nullBranch;
        }
        List<Integer> depths = branches.stream().map(nesting::depth).toList();
        return depths.indexOf(Collections.min(depths));
    }

    private String primitive(String label, PrimitiveType type) {
        return switch (type) {
            case NULL -> "null";
            case BOOLEAN -> random + ".nextBoolean()";
            case INT -> random + ".nextInt(10_000)";
            case LONG -> "(long) " + random + ".nextInt(1_000_000)";
            case FLOAT -> random + ".nextFloat()";
            case DOUBLE -> random + ".nextDouble()";
            case STRING -> Escaping.literal(label + "-") + " + " + random + ".nextInt(1_000)";
            case BYTES ->
                out.format(
                        "$T.wrap(($S + $L.nextInt(1_000)).getBytes($T.UTF_8))",
                        Classes.BYTE_BUFFER,
                        label + "-",
                        random,
                        Classes.CHARSETS);
        };
    }

    private String logical(LogicalType logical) {
        String day = random + ".nextInt(20_000)";
        String instant = out.format("$T.ofEpochSecond($L.nextInt(2_000_000_000))", Classes.INSTANT, random);
        return switch (logical.kind()) {
            case UUID -> out.format("new $T($L.nextLong(), $L.nextLong())", Classes.UUID, random, random);
            case DECIMAL -> decimal(logical);
            case DATE -> out.format("$T.ofEpochDay($L)", Classes.LOCAL_DATE, day);
            case TIME_MILLIS, TIME_MICROS ->
                out.format("$T.ofSecondOfDay($L.nextInt(86_400))", Classes.LOCAL_TIME, random);
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> instant;
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS ->
                out.format("$T.ofInstant($L, $T.UTC)", Classes.LOCAL_DATE_TIME, instant, Classes.ZONE_OFFSET);
        };
    }

    /** As many digits as the precision allows, a long holds, and a fixed has room for. */
    private String decimal(LogicalType logical) {
        int digits = Math.min(logical.precision(), MOST_LONG_DIGITS);
        long bound = 1;
        for (int i = 0; i < digits; i++) {
            bound *= 10;
        }
        return out.format(
                "$T.valueOf($T.floorMod($L.nextLong(), $LL), $L)",
                Classes.BIG_DECIMAL,
                Classes.MATH,
                random,
                bound,
                logical.scale());
    }
}
