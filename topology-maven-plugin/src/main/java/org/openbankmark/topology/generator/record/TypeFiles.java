package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The files of a named type: for a record its class, its codec and, if wished, its fixture. Safe for use by several threads. */
public final class TypeFiles implements Emitter<NamedType> {
    private final JavaNames names;
    private final Origin origin;
    private final Function<RecordType, List<ClassName>> interfaces;
    private final boolean fixtures;
    private final RecordEmitter records;
    private final CodecEmitter codecs;
    private final FixtureEmitter fixtureEmitter;

    /**
     * An emitter for the types of a topology.
     *
     * @param interfaces what the class of a record implements beside; in its own package, for sealed interfaces allow no other
     * @param fixtures whether fixtures are wanted
     */
    public TypeFiles(
            JavaNames names, Origin origin, Function<RecordType, List<ClassName>> interfaces, boolean fixtures) {
        this.names = names;
        this.origin = origin;
        this.interfaces = interfaces;
        this.fixtures = fixtures;
        this.records = new RecordEmitter(names, origin);
        this.codecs = new CodecEmitter(names, origin);
        this.fixtureEmitter = new FixtureEmitter(names, origin);
    }

    /** Those of the types that have files; a fixed that only carries a logical type has none. */
    public static List<NamedType> withFiles(List<NamedType> types) {
        Set<NamedType> used = new HashSet<>();
        for (NamedType type : types) {
            if (type instanceof RecordType record) {
                record.fields().forEach(field -> addFixed(field.type(), used));
            }
        }
        return types.stream()
                .filter(type -> !(type instanceof FixedType) || used.contains(type))
                .toList();
    }

    /** Those of records within are found with these records. */
    private static void addFixed(Type type, Set<NamedType> used) {
        if (type instanceof FixedType fixed) {
            used.add(fixed);
        } else if (type instanceof ArrayType array) {
            addFixed(array.element(), used);
        } else if (type instanceof MapType map) {
            addFixed(map.value(), used);
        } else if (type instanceof UnionType union) {
            union.branches().forEach(branch -> addFixed(branch, used));
        }
    }

    @Override
    public List<GeneratedFile> emit(NamedType type) {
        List<GeneratedFile> files = new ArrayList<>();
        if (type instanceof RecordType record) {
            files.add(file(
                    GeneratedFile.Kind.JAVA, names.type(record), records.emit(record, interfaces.apply(record)), type));
            files.add(file(GeneratedFile.Kind.JAVA, names.codec(record), codecs.emit(record), type));
            if (fixtures) {
                files.add(file(GeneratedFile.Kind.TEST_JAVA, names.fixture(record), fixtureEmitter.emit(record), type));
            }
        } else if (type instanceof EnumType symbols) {
            files.add(file(
                    GeneratedFile.Kind.JAVA, names.type(type), new EnumEmitter(names, origin).emit(symbols), type));
        } else if (type instanceof FixedType fixed) {
            files.add(
                    file(GeneratedFile.Kind.JAVA, names.type(type), new FixedEmitter(names, origin).emit(fixed), type));
        }
        return files;
    }

    private GeneratedFile file(GeneratedFile.Kind kind, ClassName type, String content, NamedType from) {
        return new GeneratedFile(kind, type.sourcePath(), content, origin.of(from));
    }
}
