package org.openbankmark.topology.generator.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.java.JavaType;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * Statements and expressions of a codec. A value that takes one call is written in place; lists, maps and unions get a
 * method each, which is written after those that call it. Not thread-safe.
 */
final class CodecMethods {
    private final RecordType record;
    private final FieldNames fields;
    private final JavaNames names;
    private final CodecCalls calls;
    private final JavaTypes types;
    private final FewestBytes fewestBytes;
    private final JavaWriter out;
    /** The parameters that are read from and written to, {@code in} and {@code out} as a rule. */
    private final String reader;

    private final String writer;
    private final String count;
    private final Deque<Method> open = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Place, String> stems = new HashMap<>();

    /** A type at a place of the record; one type may be at many places. */
    private record Place(String path, Type type) {

        // As a record has them, but without the machinery that the JVM would build for them, and seldom with a look
        // into the type, which may be deep.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && place.path.equals(path)
                    && (place.type == type || place.type.equals(type));
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** A pair of methods still to be written. */
    private record Method(Place place, String stem) {}

    CodecMethods(RecordType record, JavaNames names, JavaTypes types, FewestBytes fewestBytes, JavaWriter out) {
        this.record = record;
        this.fields = names.fields(record);
        this.names = names;
        this.types = types;
        this.fewestBytes = fewestBytes;
        this.out = out;
        this.reader = names.local("in");
        this.writer = names.local("out");
        this.calls = new CodecCalls(names, out, reader, writer);
        this.count = names.local("n");
    }

    /** Writes the statements that write a field. */
    void write(Field field) {
        Place place = place(field);
        // The codecs of records in the field do not know that it is secret, and tell what they cannot write.
        boolean guarded = field.secret() && JavaTypes.containsRecord(field.type());
        if (guarded) {
            out.open("try {");
        }
        write(
                place,
                names.local("record") + "." + fields.of(field).getter() + "()",
                fields.of(field).stem());
        if (guarded) {
            out.next("} catch ($T e) {", Classes.AVRO_EXCEPTION)
                    .line("throw unwritableSecret($S, e);", place.path())
                    .close();
        }
    }

    /** The expression that reads a field. */
    String read(Field field) {
        return read(place(field), fields.of(field).stem());
    }

    /** Writes the methods that were called so far. */
    void emitRest() {
        while (!open.isEmpty()) {
            Method method = open.remove();
            out.blank();
            writeMethod(method);
            out.blank();
            readMethod(method);
        }
    }

    private Place place(Field field) {
        return new Place(record.name() + "." + field.name(), field.type());
    }

    private void write(Place place, String value, String stem) {
        Type type = place.type();
        Optional<Type> optional = type instanceof UnionType union ? union.optionalOf() : Optional.empty();
        if (optional.isPresent() && !isCompound(optional.get())) {
            openNotNull((UnionType) type, value);
            out.raw(calls.write(optional.get(), value)).close();
        } else if (isCompound(type)) {
            out.line("write$L($L, $L);", method(place, stem), value, writer);
        } else if (type != PrimitiveType.NULL) {
            out.raw(calls.write(type, value));
        }
    }

    private String read(Place place, String stem) {
        Type type = place.type();
        Optional<Type> optional = type instanceof UnionType union ? union.optionalOf() : Optional.empty();
        if (optional.isPresent() && !isCompound(optional.get())) {
            return nullOr((UnionType) type, calls.read(optional.get()));
        }
        return isCompound(type) ? "read" + method(place, stem) + "(" + reader + ")" : calls.read(type);
    }

    /** Writes which branch it is, and all of the null; what is not null is to be written next, and the block to be closed. */
    private void openNotNull(UnionType optional, String value) {
        int nullIndex = nullIndex(optional);
        out.open("if ($L == null) {", value).line("$L.writeIndex($L);", writer, nullIndex);
        out.next("} else {").line("$L.writeIndex($L);", writer, 1 - nullIndex);
    }

    private String nullOr(UnionType optional, String value) {
        return reader + ".readIndex(2) == " + nullIndex(optional) + " ? null : " + value;
    }

    private static int nullIndex(UnionType optional) {
        return optional.branches().get(0) == PrimitiveType.NULL ? 0 : 1;
    }

    /** Whether a value takes more than one call; an optional one only if what is optional does. */
    private static boolean isCompound(Type type) {
        if (type instanceof UnionType union) {
            return union.optionalOf().map(CodecMethods::isCompound).orElse(true);
        }
        return type instanceof ArrayType || type instanceof MapType;
    }

    private String method(Place place, String stem) {
        return stems.computeIfAbsent(place, missing -> {
            String unique = stem.isEmpty() ? "$" : stem;
            for (int i = 1; !taken.add(unique); i++) {
                unique = stem + "$" + i;
            }
            open.add(new Method(place, unique));
            return unique;
        });
    }

    private void writeMethod(Method method) {
        Type type = method.place().type();
        if (type instanceof UnionType union && union.optionalOf().isEmpty() && hasGenericBranch(union)) {
            out.line("@$T(\"unchecked\")", Classes.SUPPRESS_WARNINGS);
        }
        String value = names.local("value");
        out.open(
                "private static void write$L($T $L, $T $L) {",
                method.stem(),
                types.marked(type),
                value,
                Classes.AVRO_WRITER,
                writer);
        if (type instanceof ArrayType array) {
            String item = names.local("item");
            out.line("$L.writeCount($L.size());", writer, value);
            out.open("for ($T $L : $L) {", types.marked(array.element()), item, value);
            write(inner(method, "[]", array.element()), item, method.stem() + "Item");
            out.close().line("$L.writeEnd();", writer);
        } else if (type instanceof MapType map) {
            String entry = names.local("entry");
            out.line("$L.writeCount($L.size());", writer, value);
            out.open("for ($T $L : $L.entrySet()) {", entryOf(map), entry, value);
            out.line("$L.writeString($L.getKey());", writer, entry);
            write(inner(method, "{}", map.value()), entry + ".getValue()", method.stem() + "Value");
            out.close().line("$L.writeEnd();", writer);
        } else {
            new UnionMethods().write(method, value, (UnionType) type);
        }
        out.close();
    }

    private JavaType entryOf(MapType map) {
        return new JavaType.Parameterized(Classes.MAP_ENTRY, List.of(Classes.STRING, types.marked(map.value())));
    }

    private void readMethod(Method method) {
        Type type = method.place().type();
        out.open("private static $T read$L($T $L) {", types.marked(type), method.stem(), Classes.AVRO_READER, reader);
        if (type instanceof ArrayType array) {
            Place item = inner(method, "[]", array.element());
            String list = names.local("list");
            readBlocks(
                    types.boxed(type),
                    list,
                    out.format("new $T<>($T.capacity($L))", Classes.ARRAY_LIST, Classes.AVRO_READER, count),
                    fewestBytes.of(array.element()),
                    list + ".add(" + read(item, method.stem() + "Item") + ");");
        } else if (type instanceof MapType map) {
            Place item = inner(method, "{}", map.value());
            String variable = names.local("map");
            readBlocks(
                    types.boxed(type),
                    variable,
                    out.format("new $T<>($T.mapCapacity($L))", Classes.LINKED_HASH_MAP, Classes.AVRO_READER, count),
                    fewestBytes.of(map.value()) + 1,
                    variable + ".put(" + reader + ".readString(), " + read(item, method.stem() + "Value") + ");");
        } else {
            new UnionMethods().read(method, (UnionType) type);
        }
        out.close();
    }

    private static boolean hasGenericBranch(UnionType union) {
        return union.branches().stream().anyMatch(branch -> branch instanceof ArrayType || branch instanceof MapType);
    }

    private void readBlocks(JavaType type, String variable, String creation, int fewest, String addition) {
        String bytes = fewest == 1 ? "" : Integer.toString(fewest);
        String index = names.local("i");
        out.line("int $L = $L.readCount($L);", count, reader, bytes);
        out.line("$T $L = $L;", type, variable, creation);
        out.open("while ($L > 0) {", count)
                .open("for (int $L = 0; $L < $L; $L++) {", index, index, count, index)
                .raw(addition)
                .close();
        out.line("$L = $L.readNextCount($L);", count, reader, bytes).close();
        out.line("return $L;", variable);
    }

    private static Place inner(Method method, String step, Type type) {
        return new Place(method.place().path() + step, type);
    }

    /** The bodies of methods for unions. */
    private final class UnionMethods {

        void write(Method method, String value, UnionType union) {
            Optional<Type> optional = union.optionalOf();
            if (optional.isPresent()) {
                openNotNull(union, value);
                CodecMethods.this.write(inner(method, "?", optional.get()), value, method.stem() + "NotNull");
                out.close();
                return;
            }
            boolean first = true;
            for (int i = 0; i < union.branches().size(); i++) {
                Type branch = union.branches().get(i);
                String variable = names.local("branch" + i);
                String condition = condition(branch, value, variable);
                if (first) {
                    out.open("if ($L) {", condition);
                } else {
                    out.next("} else if ($L) {", condition);
                }
                first = false;
                out.line("$L.writeIndex($L);", writer, i);
                CodecMethods.this.write(
                        inner(method, "|" + i, branch), cast(branch, variable), method.stem() + "Branch" + i);
            }
            out.next("} else {")
                    .line("throw notInUnion($S, $L);", method.place().path(), value)
                    .close();
        }

        void read(Method method, UnionType union) {
            Optional<Type> optional = union.optionalOf();
            if (optional.isPresent()) {
                String value = CodecMethods.this.read(inner(method, "?", optional.get()), method.stem() + "NotNull");
                out.line("return $L;", nullOr(union, value));
                return;
            }
            int last = union.branches().size() - 1;
            out.open("return switch ($L.readIndex($L)) {", reader, last + 1);
            for (int i = 0; i <= last; i++) {
                Type branch = union.branches().get(i);
                String value = CodecMethods.this.read(inner(method, "|" + i, branch), method.stem() + "Branch" + i);
                out.line("$L -> $L;", i == last ? "default" : "case " + i, value);
            }
            out.close("};");
        }

        private String condition(Type branch, String value, String variable) {
            if (branch == PrimitiveType.NULL) {
                return value + " == null";
            } else if (branch == PrimitiveType.STRING) {
                // As Avro: any sequence of characters.
                return out.format("$L instanceof $T $L", value, Classes.CHAR_SEQUENCE, variable);
            } else if (branch instanceof ArrayType) {
                return out.format("$L instanceof $T<?> $L", value, Classes.LIST, variable);
            } else if (branch instanceof MapType) {
                return out.format("$L instanceof $T<?, ?> $L", value, Classes.MAP, variable);
            }
            return out.format("$L instanceof $T $L", value, types.boxed(branch), variable);
        }

        private String cast(Type branch, String variable) {
            if (branch == PrimitiveType.STRING) {
                return variable + ".toString()";
            } else if (branch instanceof ArrayType || branch instanceof MapType) {
                return out.format("($T) $L", types.boxed(branch), variable);
            }
            return variable;
        }
    }
}
